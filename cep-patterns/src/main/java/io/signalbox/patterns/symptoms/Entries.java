// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The entries of a YAML mapping, each read at most once, with their lines. */
final class Entries {
  private final Map<String, Node> left = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final int line;
  private final BiConsumer<Integer, String> problems;

  /**
   * Of a node.
   *
   * @param problems takes the line and reason of all that is wrong
   */
  Entries(Node node, BiConsumer<Integer, String> problems) {
    this.line = lineOf(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problem(line, "expected names and values");
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
      lines.put(key, lineOf(entry.getKeyNode()));
      if (left.put(key, entry.getValueNode()) != null) {
        problem(lineOf(entry.getKeyNode()), "'" + key + "' a second time");
      }
    }
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  int line() {
    return line;
  }

  /** The line of a key, that of the mapping when it is not there. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  void problem(int at, String reason) {
    problems.accept(at, reason);
  }

  boolean has(String key) {
    return lines.containsKey(key);
  }

  @Nullable Node node(String key) {
    return left.remove(key);
  }

  /** A text, empty when it is not there. */
  String text(String key) {
    Node node = node(key);
    return node == null ? "" : scalar(node, key);
  }

  private String scalar(Node node, String key) {
    if (node instanceof ScalarNode value) {
      return value.getValue().trim();
    }
    problem(lineOf(node), "'" + key + "': expected one value");
    return "";
  }

  /** One text or a list of texts. */
  List<String> texts(String key) {
    Node node = node(key);
    return node == null ? List.of() : texts(node, key);
  }

  private List<String> texts(Node node, String key) {
    if (!(node instanceof SequenceNode list)) {
      return List.of(scalar(node, key));
    }
    List<String> all = new ArrayList<>();
    list.getValue().forEach(item -> all.add(scalar(item, key)));
    return all;
  }

  /** Texts by name. */
  Map<String, List<String>> map(String key) {
    Node node = node(key);
    Map<String, List<String>> all = new LinkedHashMap<>();
    if (node != null) {
      Entries entries = new Entries(node, problems);
      for (String name : List.copyOf(entries.left.keySet())) {
        all.put(name, entries.texts(name));
      }
    }
    return all;
  }

  /** Refuses what was not read. */
  void refuseRest(Collection<String> known) {
    left.keySet()
        .forEach(
            key ->
                problem(
                    line(key), "unknown key '" + key + "'; known are " + String.join(", ", known)));
  }
}
