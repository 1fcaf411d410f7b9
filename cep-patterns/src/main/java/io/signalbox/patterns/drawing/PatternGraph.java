// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.drawing;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.reading.Durations;
import java.util.List;

/** A pattern as a graph of its stages, in the text that Graphviz or Mermaid draw. */
public final class PatternGraph {
  private PatternGraph() {}

  /** For Graphviz. */
  public static String dot(FailurePattern pattern) {
    StringBuilder text = new StringBuilder();
    text.append("digraph ").append(quoted(pattern.id())).append(" {\n  rankdir=LR;\n");
    text.append("  label=").append(quoted(caption(pattern))).append(";\n");
    List<Stage> stages = pattern.stages();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      String look = stage.negated() ? "shape=octagon,style=dashed" : "shape=box,style=rounded";
      String twice = stage.quantifier().isLoop() ? ",peripheries=2" : "";
      text.append("  s%d [label=%s,%s%s];%n".formatted(i, quoted(name(stage)), look, twice));
      if (i > 0) {
        String line = stage.follow() == Follow.ANY ? ",style=dashed" : "";
        text.append("  s%d -> s%d [label=%s%s];%n".formatted(i - 1, i, quoted(way(stage)), line));
      }
    }
    return unix(text.append("}\n"));
  }

  /** For Mermaid. */
  public static String mermaid(FailurePattern pattern) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    text.append("  %%%% %s%n".formatted(caption(pattern)));
    List<Stage> stages = pattern.stages();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      String label = quoted(name(stage)).replace("\\n", "<br/>");
      String box = stage.negated() ? "{{" + label + "}}" : "(" + label + ")";
      text.append("  s%d%s%n".formatted(i, box));
      if (i > 0) {
        String line = stage.follow() == Follow.ANY ? "-.->" : "-->";
        text.append("  s%d %s|%s| s%d%n".formatted(i - 1, line, quoted(way(stage)), i));
      }
    }
    return unix(text);
  }

  private static String unix(StringBuilder text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String caption(FailurePattern pattern) {
    String whole = pattern.within() == null ? "" : ", " + Durations.format(pattern.within());
    return pattern.id() + " " + pattern.version() + whole;
  }

  private static String name(Stage stage) {
    String times = Words.times(stage.quantifier());
    return (stage.negated() ? "not " : "") + stage.name() + (times.isEmpty() ? "" : "\n" + times);
  }

  private static String way(Stage stage) {
    String within = Words.within(stage);
    return Words.follow(stage) + (within.isEmpty() ? "" : ", " + within);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
