// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to do first, by the kind of cause. */
final class NextSteps {
  private NextSteps() {}

  /** Steps for the first suspect, best first. */
  static List<String> of(Suspect first, List<Change> changes, MatchLog matches) {
    List<String> steps = new ArrayList<>();
    String name = first.node();
    changes.stream()
        .filter(change -> change.service().equals(name) && change.version() != null)
        .findFirst()
        .ifPresentOrElse(
            change -> steps.add(rollBack(change)),
            () -> {
              if (first.kind().equals("version")) {
                steps.add("Take version " + first.version() + " of " + name + " out of service.");
              }
            });
    matches.all().stream()
        .filter(match -> !match.runbook().isEmpty() && isShown(match, first))
        .map(match -> "Follow " + match.runbook() + " (" + match.pattern() + ").")
        .distinct()
        .forEach(steps::add);
    steps.add(byEvidence(name, first));
    return List.copyOf(steps);
  }

  private static boolean isShown(PatternMatch match, Suspect first) {
    return first.evidence().stream()
        .anyMatch(
            one -> one.kind().equals(Evidence.PATTERN) && one.subject().equals(match.pattern()));
  }

  private static String rollBack(Change change) {
    String back = change.previousVersion() == null ? "" : " to " + change.previousVersion();
    return "Roll back " + change.version() + " of " + change.service() + back + ".";
  }

  private static String byEvidence(String name, Suspect first) {
    Evidence top = Headline.topEvidence(first);
    if (first.kind().equals("external")) {
      return "Check the status and the limits of "
          + name
          + "; switch to a fallback if there is one.";
    }
    return switch (top.kind()) {
      case "silence" -> "Check whether " + name + " runs: its restarts, scheduling and network.";
      case "edge_wire", "edge_errors", "victims" ->
          "Check the network, the connection pools and the time-outs between the ends of "
              + top.subject()
              + ".";
      case "load" -> "Limit the retries of " + name + ": back off, cap them, break the circuit.";
      case "duration" -> "Look at what " + name + " waits for: processor, locks, its own callees.";
      case "metric" -> resource(name, top.subject().toLowerCase(Locale.ROOT));
      default -> "Read the logs and failing traces of " + name + ".";
    };
  }

  private static String resource(String name, String series) {
    if (series.contains("mem") || series.contains("heap")) {
      return "Restart " + name + " before its memory runs out, then look for the leak.";
    }
    if (series.contains("cpu")) {
      return "Give " + name + " more processor or more instances, then look for what burns it.";
    }
    return "Look at " + series + " of " + name + ".";
  }
}
