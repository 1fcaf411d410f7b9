// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.testing.Expectation;
import io.signalbox.patterns.testing.PatternTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the tests that a pattern carries. */
final class TestReader {
  private static final int MOST_EVENTS = 2000;
  private static final Duration DISORDER = Duration.ofSeconds(10);

  private final FailurePattern pattern;
  private final Problems problems;
  private final Set<String> names = new HashSet<>();

  TestReader(FailurePattern pattern, Problems problems) {
    this.pattern = pattern;
    this.problems = problems;
  }

  List<PatternTest> read(List<Node> nodes) {
    return nodes.stream().map(this::readTest).toList();
  }

  private PatternTest readTest(Node node) {
    YamlMap map = new YamlMap(node, "a test", problems);
    String name = map.needText("name");
    problems.mark("test." + name, node);
    if (!names.add(name)) {
      problems.add(node, "two tests are called '" + name + "'");
    }
    TestEvents events = new TestEvents(pattern.key(), problems);
    List<Node> eventNodes = map.list(map.need("events"), "events");
    if (eventNodes.size() > MOST_EVENTS) {
      problems.add(node, "a test has at most " + MOST_EVENTS + " events");
      eventNodes = List.of();
    }
    List<PatternEvent> read = eventNodes.stream().map(events::read).toList();
    Duration disorder = map.duration("disorder");
    Node ends = map.get("ends");
    PatternTest test =
        new PatternTest(
            name,
            read,
            arrives(map, read.size()),
            disorder == null ? DISORDER : disorder,
            ends == null ? null : events.timeOf(map, ends, "ends"),
            expectation(map, read.size()));
    map.done();
    return test;
  }

  private List<Integer> arrives(YamlMap map, int events) {
    Node node = map.get("arrives");
    if (node == null) {
      return List.of();
    }
    List<Integer> order = indices(map, node, "arrives", events);
    if (order.size() != events || Set.copyOf(order).size() != events) {
      problems.add(node, "'arrives' has the index of each event once, from 0");
      return List.of();
    }
    return order;
  }

  private Expectation expectation(YamlMap map, int events) {
    Node node = map.need("expect");
    Node lateNode = map.get("late");
    List<Integer> late =
        lateNode == null
            ? List.of()
            : indices(map, lateNode, "late", events).stream().sorted().toList();
    if (node instanceof SequenceNode list) {
      List<Map<String, List<Integer>>> matches = new ArrayList<>();
      list.getValue().forEach(one -> matches.add(match(one, events)));
      return new Expectation(matches.size(), matches, late);
    }
    int count = node == null ? 0 : map.integer(node, "expect", 0, MOST_EVENTS);
    return new Expectation(count, null, late);
  }

  private Map<String, List<Integer>> match(Node node, int events) {
    YamlMap map = new YamlMap(node, "a match", problems);
    Map<String, List<Integer>> stages = new LinkedHashMap<>();
    for (Stage stage : pattern.stages()) {
      Node taken = stage.negated() ? null : map.get(stage.name());
      if (taken != null) {
        stages.put(stage.name(), indices(map, taken, stage.name(), events));
      }
    }
    map.done();
    return stages;
  }

  private List<Integer> indices(YamlMap map, @Nullable Node node, String key, int events) {
    List<Integer> indices = new ArrayList<>();
    for (Node one : map.list(node, key)) {
      indices.add(map.integer(one, key, 0, Math.max(0, events - 1)));
    }
    return indices;
  }
}
