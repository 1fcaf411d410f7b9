// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One line that says what is wrong and who suffers. */
final class Headline {
  private static final int NAMED_VICTIMS = 2;

  private Headline() {}

  static String of(Suspect first, Collection<String> victims) {
    return cause(first) + suffering(victims);
  }

  private static String cause(Suspect first) {
    Evidence top = topEvidence(first);
    return Statements.isMeasured(top) ? measured(first, top) : counted(first, top);
  }

  /** By a metric, whose unit nobody knows: in its own words. */
  private static String measured(Suspect first, Evidence top) {
    String name = first.node();
    String what =
        switch (top.kind()) {
          case "errors" -> name + " fails";
          case "duration" -> name + " is slow";
          case "edge_errors" -> "calls " + way(top) + " fail";
          case "edge_wire" -> "slow edge: calls " + way(top);
          default -> name + " behaves strangely";
        };
    return what + since(first) + ": " + top.statement();
  }

  private static String counted(Suspect first, Evidence top) {
    String name = first.node();
    String value = Figures.percent(top.value());
    return switch (top.kind()) {
      case "cohort" -> cohort(first, top);
      case "errors" -> name + " fails " + value + " of requests" + since(first);
      case "duration" ->
          name
              + " is slow: "
              + Figures.micros(top.value())
              + " instead of "
              + Figures.micros(Math.max(0, top.expected())) // a forecast may be below
              + since(first);
      case "quality" -> name + " answers worse: " + top.subject() + answers(top) + since(first);
      case "cost" -> name + " costs other than usual" + since(first) + ": " + top.statement();
      case "silence" -> name + " has gone silent" + since(first);
      case "edge_errors" ->
          first.kind().equals("external")
              ? "external " + name + " fails " + value + " of calls"
              : "calls " + way(top) + " fail: " + value + since(first);
      case "edge_wire" ->
          first.kind().equals("external")
              ? "external " + name + " is slow: " + Figures.micros(top.value())
              : "slow edge: calls "
                  + way(top)
                  + " lose "
                  + Figures.micros(top.value())
                  + since(first);
      case "load" ->
          name + " floods its callees with " + Figures.times(top.value()) + " the usual calls";
      case "victims" -> "calls " + way(top) + " suffer" + since(first);
      default -> name + " behaves strangely: " + top.subject() + more(first) + since(first);
    };
  }

  /** A number has no good share. */
  private static String answers(Evidence top) {
    return top.value() > top.expected()
        ? ""
        : ", "
            + Figures.percent(top.value())
            + " good instead of "
            + Figures.percent(top.expected());
  }

  private static String more(Suspect first) {
    int more = first.evidence().size() - 1;
    return more == 0 ? "" : " and " + more + (more == 1 ? " more sign" : " more signs");
  }

  private static String cohort(Suspect first, Evidence top) {
    String what =
        first.kind().equals("version") ? String.valueOf(first.version()) : "with " + top.subject();
    return first.node() + " " + what + " fails " + Figures.percent(top.value()) + " of requests";
  }

  /** The strongest evidence that shows trouble itself. */
  static Evidence topEvidence(Suspect suspect) {
    return suspect.evidence().stream()
        .filter(Evidence::isSign)
        .findFirst()
        .orElse(suspect.evidence().get(0));
  }

  private static String since(Suspect first) {
    return first.version() == null ? "" : " since " + first.version();
  }

  private static String way(Evidence edge) {
    String[] ends = edge.subject().split(" -> ", 2);
    return ends.length < 2 ? "of " + edge.subject() : "from " + ends[0] + " to " + ends[1];
  }

  private static String suffering(Collection<String> victims) {
    if (victims.isEmpty()) {
      return "";
    }
    List<String> named =
        new ArrayList<>(victims).subList(0, Math.min(NAMED_VICTIMS, victims.size()));
    int more = victims.size() - named.size();
    String verb = victims.size() == 1 ? " suffers" : " suffer";
    return "; "
        + String.join(more == 0 ? " and " : ", ", named)
        + (more == 0 ? "" : " and " + more + " more")
        + verb;
  }
}
