// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.quality.ConfidenceSequence;
import io.signalbox.analytics.quality.Interval;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.Tally;
import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Times;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Writes how good the answers of models were, and when they were no longer. */
final class AnswerSection {
  private final Html html;
  private final ReportData data;

  private AnswerSection(Html html, ReportData data) {
    this.html = html;
    this.data = data;
  }

  /** Nothing where no answers were rated. */
  static void write(Html html, ReportData data) {
    if (!data.rates().isEmpty()) {
      new AnswerSection(html, data).write();
    }
  }

  private void write() {
    html.open("section", "id", "answers").element("h2", "Answers of models");
    html.open("table").open("tr");
    List.of("Service", "Judged", "Model", "Good", "95 % interval", "Rated", "Labelled")
        .forEach(title -> html.element("th", title));
    html.close();
    byModel().forEach(this::row);
    html.close();
    data.episodes().stream()
        .filter(one -> one.kind() == EpisodeKind.QUALITY && one.revision() == 1)
        .forEach(this::drift);
    html.close();
  }

  /** The greatest revision of each window of all answers, by service, metric and model. */
  private Collection<List<QualityRate>> byModel() {
    TreeMap<String, QualityRate> windows = new TreeMap<>();
    for (QualityRate one : data.rates()) {
      if (one.segment().isEmpty()) {
        windows.merge(
            nameOf(one) + "\n" + one.startAt(),
            one,
            (left, right) -> left.revision() > right.revision() ? left : right);
      }
    }
    TreeMap<String, List<QualityRate>> all = new TreeMap<>();
    for (QualityRate one : windows.values()) {
      all.merge(
          nameOf(one),
          List.of(one),
          (left, right) -> java.util.stream.Stream.concat(left.stream(), right.stream()).toList());
    }
    return all.values();
  }

  private static String nameOf(QualityRate one) {
    return String.join("\n", one.environment(), one.service(), one.metric(), one.model());
  }

  private void row(List<QualityRate> windows) {
    QualityRate any = windows.get(0);
    long rated = windows.stream().mapToLong(QualityRate::rated).sum();
    long answers = windows.stream().mapToLong(QualityRate::answers).sum();
    Tally tally = new Tally(rated, windows.stream().mapToLong(QualityRate::good).sum());
    Interval interval = ConfidenceSequence.of(tally, QualitySettings.RISK);
    html.open("tr").element("td", any.service()).element("td", any.metric());
    html.element("td", any.model()).element("td", percent(tally.rate()));
    html.element("td", percent(interval.lower()) + " to " + percent(interval.upper()));
    html.element("td", rated + " of " + answers);
    long labelled = windows.stream().mapToLong(QualityRate::labelled).sum();
    html.element("td", Long.toString(labelled)).close();
  }

  private void drift(Episode episode) {
    html.element("p", Times.clock(episode.startedAt()) + " UTC: " + episode.reason());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
