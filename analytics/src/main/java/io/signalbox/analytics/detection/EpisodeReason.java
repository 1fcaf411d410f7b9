// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Locale;

/** Says in one sentence what an episode is about. */
final class EpisodeReason {
  private EpisodeReason() {}

  static String of(EpisodeSubject subject, double value, double expected, double pValue) {
    String what =
        switch (subject.kind()) {
          case METRIC -> subject.subject();
          case RATE -> "request rate of " + subject.subject();
          case ERRORS -> "share of failed requests of " + subject.subject();
          case DURATION -> "duration of " + subject.subject() + " (us)";
          case LOGS -> "log records like \"" + subject.subject() + "\"";
          case EDGE_ERRORS -> "share of " + subject.subject() + " to " + subject.peer();
          case EDGE_WIRE -> subject.subject() + " to " + subject.peer() + " (us)";
          case COHORT -> "share of failed requests of " + subject.subject();
          case SILENCE -> "seconds without telemetry";
          case SERVICE -> "series that are off together";
          case QUALITY -> "share of " + subject.subject();
          case COST -> subject.subject();
        };
    return String.format(
        Locale.ROOT,
        "%s is %s, expected %s (p %.1e)",
        what,
        short4(value),
        short4(expected),
        pValue);
  }

  private static String short4(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
