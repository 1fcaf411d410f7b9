// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.Change;

/** Says in one sentence what an episode, an edge or a change shows. */
final class Statements {
  /** Begins what was counted on the calls of an edge, and nothing that a metric says of them. */
  private static final String CALLS_FROM = "calls from ";

  private Statements() {}

  static String of(Episode episode) {
    double value = episode.value();
    double expected = episode.expected();
    String subject = episode.subject();
    if (MetricReading.isOfMetric(episode)) {
      return measured(episode);
    }
    return switch (episode.kind()) {
      case ERRORS ->
          Figures.percent(value) + " of " + subject + " fail, usually " + Figures.percent(expected);
      case DURATION ->
          subject + " takes " + Figures.micros(value) + ", usually " + Figures.micros(expected);
      case COHORT ->
          Figures.percent(value)
              + " of requests with "
              + subject
              + " fail, of the others "
              + Figures.percent(expected)
              + " ("
              + episode.support()
              + " requests)";
      case SILENCE -> "no telemetry for " + Figures.seconds(value);
      case METRIC ->
          subject + " is " + Figures.plain(value) + ", usually " + Figures.plain(expected);
      case QUALITY, COST -> episode.reason();
      case SERVICE ->
          Figures.plain(value) + " series are off together, usually " + Figures.plain(expected);
      case RATE ->
          "request rate of "
              + subject
              + " is "
              + Figures.plain(value)
              + ", usually "
              + Figures.plain(expected);
      case LOGS ->
          "log records like \""
              + subject
              + "\": "
              + Figures.plain(value)
              + ", usually "
              + Figures.plain(expected);
      case EDGE_ERRORS ->
          Figures.percent(value)
              + " of "
              + calls(episode)
              + " fail, usually "
              + Figures.percent(expected);
      case EDGE_WIRE ->
          calls(episode)
              + " lose "
              + Figures.micros(value)
              + " on the way, usually "
              + Figures.micros(expected);
    };
  }

  /** True of evidence that is a metric read as what it says about requests. */
  static boolean isMeasured(Evidence evidence) {
    return switch (evidence.kind()) {
      case "errors", "duration", "rate" -> evidence.subject().startsWith(MetricReading.MARK);
      case "edge_errors", "edge_wire" -> !evidence.statement().contains(CALLS_FROM);
      default -> false;
    };
  }

  /** A metric that was read as what it says about requests; its unit is not known. */
  private static String measured(Episode episode) {
    String series = MetricReading.seriesOf(episode);
    boolean failing =
        switch (episode.kind()) {
          case ERRORS, EDGE_ERRORS ->
              MetricRole.of(SeriesName.of(series).name()) == MetricRole.SUCCESS;
          default -> false;
        };
    return failing
        ? series + " has lost " + Figures.percent(episode.value()) + " of what is usual"
        : series
            + " is "
            + Figures.plain(episode.value())
            + ", usually "
            + Figures.plain(episode.expected());
  }

  static String raised(EdgeKey edge, EdgeHistory history) {
    return history.risenErrors
        + " of "
        + history.risenCalls
        + " calls "
        + way(edge.caller(), edge.callee())
        + " failed";
  }

  static String slowed(EdgeKey edge, EdgeHistory history) {
    return "calls "
        + way(edge.caller(), edge.callee())
        + " take "
        + Figures.micros((double) history.lastDurationUs)
        + ", usually "
        + Figures.micros(history.usualDurationUs);
  }

  static String flooded(EdgeKey edge, double load) {
    return edge.caller()
        + " sends "
        + Figures.times(load)
        + " its usual calls, before "
        + edge.callee()
        + " got into trouble";
  }

  static String of(Change change, long onsetMs) {
    String version = change.version() == null ? "" : " to " + change.version();
    String previous = change.previousVersion() == null ? "" : " from " + change.previousVersion();
    double seconds = (double) (onsetMs - change.at().toEpochMilli()) / 1000;
    String when =
        seconds >= 0
            ? Figures.seconds(seconds) + " before the onset"
            : Figures.seconds(-seconds) + " after the first sign";
    String what = change.inferred() ? change.kind() + " changed" : change.kind();
    return what + previous + version + ", " + when;
  }

  private static String calls(Episode episode) {
    return CALLS_FROM + episode.service() + " to " + episode.peer();
  }

  private static String way(String caller, String callee) {
    return "from " + caller + " to " + callee;
  }
}
