// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.EpisodeId;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.EpisodeSubject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is told of a segment that is no longer as it was.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service who asks the model
 * @param segment what has changed
 * @param shownBy the metric that shows it: of an embedding one of its numbers
 * @param finding how
 */
record DriftEpisode(
    String environment, String service, Segment segment, String shownBy, DriftFinding finding) {
  /** The first revision. */
  Episode open(long nowMs, String driver, List<String> examples) {
    EpisodeSubject subject =
        new EpisodeSubject(environment, service, EpisodeKind.QUALITY, segment.text(), null);
    double p = StrictMath.exp(-finding.nats());
    Interval interval = ConfidenceSequence.of(finding.after(), QualitySettings.RISK);
    return new Episode(
        EpisodeId.of(subject, finding.sinceMs()),
        1,
        EpisodeStatus.OPEN,
        environment,
        service,
        EpisodeKind.QUALITY,
        segment.text(),
        null,
        Instant.ofEpochMilli(finding.sinceMs()),
        Instant.ofEpochMilli(nowMs),
        null,
        EpisodeGate.score(p),
        p,
        finding.after().rate(),
        finding.before().rate(),
        interval.lower(),
        interval.upper(),
        finding.after().events(),
        reason(interval, driver, examples));
  }

  /** The last revision. */
  static Episode closed(Episode open, long nowMs) {
    return new Episode(
        open.id(),
        open.revision() + 1,
        EpisodeStatus.CLOSED,
        open.environment(),
        open.service(),
        open.kind(),
        open.subject(),
        open.peer(),
        open.startedAt(),
        Instant.ofEpochMilli(nowMs),
        Instant.ofEpochMilli(nowMs),
        open.score(),
        open.pValue(),
        open.value(),
        open.expected(),
        open.lower(),
        open.upper(),
        open.support(),
        open.reason());
  }

  private String where() {
    if (PredictionReading.isCategory(shownBy)) {
      return " as the hash of the text";
    }
    return Embedding.isNumber(shownBy) ? " in " + Embedding.part(shownBy) : "";
  }

  private String reason(Interval interval, String driver, List<String> examples) {
    String what =
        Double.isNaN(finding.edge())
            ? "good"
            : String.format(Locale.ROOT, "below %.4g", finding.edge()) + where();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %.1f %% %s (95 %% interval %.1f to %.1f %%) of %d answers, before %.1f %% of %d",
            segment.text(),
            100 * finding.after().rate(),
            what,
            100 * interval.lower(),
            100 * interval.upper(),
            finding.after().events(),
            100 * finding.before().rate(),
            finding.before().events()));
    if (!finding.cause().isEmpty()) {
      text.append(" (").append(finding.cause()).append(')');
    }
    if (!driver.isEmpty()) {
      text.append(", for the most part of ").append(driver);
    }
    text.append(String.format(Locale.ROOT, "; evidence %.1f nats", finding.nats()));
    if (!examples.isEmpty()) {
      text.append("; for example ").append(String.join(", ", examples));
    }
    return text.toString();
  }
}
