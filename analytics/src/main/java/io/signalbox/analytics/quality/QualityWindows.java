// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.time.Instant;
import java.util.Map;

/** Tells how good the answers of each window were, again when more is known of them. */
final class QualityWindows {
  private final ServiceQuality quality;
  private final QualitySettings settings;

  QualityWindows(ServiceQuality quality, QualitySettings settings) {
    this.quality = quality;
    this.settings = settings;
  }

  /** Tells what has changed of windows that are over, and forgets those no label counts for. */
  void tell(long nowMs, QualityOutput out) {
    quality.watches.forEach(
        (segment, watch) -> {
          if (watch.kind == WatchKind.RATE) {
            tell(segment, watch, nowMs, out);
          } else if (watch.shape != null) {
            tell(segment, watch.shape, nowMs, out);
          }
        });
    long oldest = nowMs - settings.horizonMs() - settings.windowMs();
    quality.watches.values().forEach(watch -> watch.windows.headMap(oldest).clear());
  }

  private void tell(Segment segment, SegmentWatch watch, long nowMs, QualityOutput out) {
    SegmentWatch counted = quality.watches.get(segment.as(Observation.ANSWERED));
    for (Map.Entry<Long, WindowCount> one : watch.windows.entrySet()) {
      long startMs = one.getKey();
      if (one.getValue().changed() && startMs + settings.windowMs() <= nowMs) {
        one.setValue(one.getValue().told());
        WindowCount count = one.getValue();
        long answers =
            counted == null ? 0 : counted.windows.getOrDefault(startMs, WindowCount.NONE).rated();
        out.rate(row(segment, watch, startMs, count, Math.max(answers, count.rated())));
      }
    }
  }

  private void tell(Segment segment, ShapeWatch shape, long nowMs, QualityOutput out) {
    Histogram recent = shape.take();
    if (recent == null || shape.reference == null || recent.edges().length == 0) {
      return;
    }
    long endMs = Math.floorDiv(nowMs, settings.windowMs()) * settings.windowMs();
    long startMs = endMs - settings.windowMs();
    Histogram reference = settings.reference().of(shape, shape.reference, startMs);
    settings.reference().remember(shape, recent, startMs, settings.windowMs());
    out.shape(
        new QualityShape(
            quality.environment(),
            quality.service(),
            segment.metric(),
            segment.cut(),
            segment.model(),
            Instant.ofEpochMilli(startMs),
            Instant.ofEpochMilli(endMs),
            reference.name(),
            recent.total(),
            HistogramDistance.of(reference, recent)));
  }

  private QualityRate row(
      Segment segment, SegmentWatch watch, long startMs, WindowCount count, long answers) {
    Tally tally = new Tally(count.rated(), count.good());
    Interval interval = ConfidenceSequence.of(tally, QualitySettings.RISK);
    long unlabelled = count.rated() - count.labelled();
    long good = count.good() - count.labelledGood();
    double expected = count.labelledGood() + watch.agreement.expectedGood(good, unlabelled - good);
    return new QualityRate(
        quality.environment(),
        quality.service(),
        segment.metric(),
        segment.cut(),
        segment.model(),
        Instant.ofEpochMilli(startMs),
        Instant.ofEpochMilli(startMs + settings.windowMs()),
        count.revision(),
        answers,
        count.rated(),
        count.labelled(),
        count.good(),
        tally.rate(),
        interval.lower(),
        interval.upper(),
        (double) count.rated() / answers,
        expected / count.rated(),
        watch.agreement);
  }
}
