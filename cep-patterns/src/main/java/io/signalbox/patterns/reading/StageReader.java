// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.language.StageNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the stages of a pattern. */
final class StageReader {
  private static final int MOST_STAGES = 16;
  private static final int MOST_TIMES = 1000;

  private final YamlSource source;
  private final Problems problems;
  private final List<Stage> stages = new ArrayList<>();
  private final Map<String, Node> conditions = new HashMap<>();

  StageReader(YamlSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Reads a sequence of stages. */
  List<Stage> read(YamlMap spec) {
    Node sequence = spec.need("sequence");
    List<Node> nodes = spec.list(sequence, "sequence");
    if (sequence != null && (nodes.isEmpty() || nodes.size() > MOST_STAGES)) {
      problems.add(sequence, "a sequence has 1 to " + MOST_STAGES + " stages");
      return List.of();
    }
    nodes.forEach(this::readStage);
    for (int i = 0; i < stages.size(); i++) {
      compile(i);
    }
    return stages;
  }

  private void readStage(Node node) {
    YamlMap map = new YamlMap(node, "a stage", problems);
    boolean negated = map.flag("not");
    String name = map.needText("stage");
    String path = "stage." + name;
    problems.mark(path, node);
    checkName(map, name, negated);
    Quantifier quantifier = quantifier(map, negated);
    Follow follow = map.choice("follow", Follow.class, Follow.RELAXED);
    Duration within = map.duration("within");
    String where = condition(map, map.need("where"), path + ".where");
    String until = map.has("until") ? condition(map, map.get("until"), path + ".until") : null;
    checkShape(map, negated, quantifier, until, follow);
    map.done();
    stages.add(new Stage(name, follow, negated, quantifier, where, until, within));
  }

  private void checkName(YamlMap map, String name, boolean negated) {
    Node at = map.has("stage") ? map.get("stage") : null;
    if (at == null) {
      return;
    }
    String why = StageNames.whyNot(name, negated);
    if (!why.isEmpty()) {
      problems.add(at, why);
    }
    if (stages.stream().anyMatch(stage -> stage.name().equals(name))) {
      problems.add(at, "two stages are called '" + name + "'");
    }
  }

  private String condition(YamlMap map, @Nullable Node node, String path) {
    if (node == null) {
      return "";
    }
    problems.mark(path, node);
    conditions.put(path, node);
    return map.text(node, "where");
  }

  private Quantifier quantifier(YamlMap map, boolean negated) {
    int min = 1;
    int max = 1;
    if (map.has("times")) {
      min = map.integer("times", 1, MOST_TIMES, 1);
      max = min;
      if (map.has("min") || map.has("max")) {
        problems.add(map.node(), "say either 'times' or 'min' and 'max'");
      }
    } else if (map.has("min") || map.has("max")) {
      min = map.integer("min", 1, MOST_TIMES, 1);
      max = map.integer("max", 1, MOST_TIMES, Quantifier.UNBOUNDED);
      if (max < min) {
        problems.add(map.node(), "'max' is below 'min'");
        max = min;
      }
    }
    boolean optional = map.flag("optional");
    boolean greedy = map.flag("greedy");
    Follow inner = map.choice("inner", Follow.class, Follow.RELAXED);
    if (negated && (max > 1 || optional || greedy)) {
      problems.add(
          map.node(), "a stage with not: true takes no events: neither times nor optional");
    }
    if (max == 1 && greedy) {
      problems.add(map.node(), "only a stage that takes more than one event can be greedy");
    }
    return new Quantifier(min, max, optional, greedy, inner);
  }

  private void checkShape(
      YamlMap map, boolean negated, Quantifier quantifier, @Nullable String until, Follow follow) {
    if (until != null && quantifier.max() != Quantifier.UNBOUNDED) {
      problems.add(
          map.node(), "'until' ends a loop without greatest number only: 'min' and no 'max'");
    }
    if (negated && stages.isEmpty()) {
      problems.add(map.node(), "the first stage cannot be one that must not happen");
    }
    if (negated && follow == Follow.ANY) {
      problems.add(
          map.node(),
          "not: true goes with follow: relaxed (none until the next stage) or"
              + " strict (not the very next event)");
    }
    if (quantifier.optional() && !stages.isEmpty()) {
      Stage before = stages.get(stages.size() - 1);
      if (before.negated() && before.follow() == Follow.RELAXED) {
        problems.add(map.node(), "a stage after one with not: true cannot be optional");
      }
    }
  }

  private void compile(int index) {
    Stage stage = stages.get(index);
    for (String kind : List.of("where", "until")) {
      Node node = conditions.get("stage." + stage.name() + "." + kind);
      if (node instanceof ScalarNode scalar) {
        new ConditionText(scalar, source).check(Conditions.referable(stages, index), problems);
      }
    }
  }
}
