// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping whose keys are asked for one by one; those that nobody asked for are told. */
final class YamlMap {
  private final Node node;
  private final String what;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  /**
   * Begins to read.
   *
   * @param node anything; not a mapping is told as a problem
   * @param what how a person calls it
   */
  YamlMap(Node node, String what, Problems problems) {
    this.node = node;
    this.what = what;
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else {
      problems.add(node, what + " is a mapping of keys to values");
    }
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), "a key is a word");
    } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      problems.add(key, "the key '" + key.getValue() + "' is here twice");
    } else {
      keys.put(key.getValue(), key);
    }
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Keys that nobody asked for yet, with their values. */
  Map<String, Node> others() {
    Map<String, Node> others = new LinkedHashMap<>(values);
    others.keySet().removeAll(asked);
    asked.addAll(values.keySet());
    return others;
  }

  /** The value of a key, or null. */
  @Nullable Node get(String key) {
    asked.add(key);
    return values.get(key);
  }

  /** The same; its absence is a problem. */
  @Nullable Node need(String key) {
    Node value = get(key);
    if (value == null && node instanceof MappingNode) {
      problems.add(node, what + " has no '" + key + "'");
    }
    return value;
  }

  String needText(String key) {
    Node value = need(key);
    return value == null ? "" : text(value, key);
  }

  String text(String key, String otherwise) {
    Node value = get(key);
    return value == null ? otherwise : text(value, key);
  }

  /** A text, or one of a list of texts. */
  List<String> texts(String key) {
    Node value = get(key);
    if (value instanceof SequenceNode list) {
      return list.getValue().stream().map(one -> text(one, key)).toList();
    }
    return value == null ? List.of() : List.of(text(value, key));
  }

  /** Elements of a list; none when it is absent. */
  List<Node> list(@Nullable Node value, String key) {
    if (value instanceof SequenceNode list) {
      return list.getValue();
    }
    if (value != null) {
      problems.add(value, "'" + key + "' is a list");
    }
    return List.of();
  }

  boolean flag(String key) {
    Node value = get(key);
    if (value == null) {
      return false;
    }
    String text = text(value, key);
    if (!text.equals("true") && !text.equals("false")) {
      problems.add(value, "'" + key + "' is true or false, not '" + text + "'");
    }
    return text.equals("true");
  }

  int integer(String key, int least, int greatest, int otherwise) {
    Node value = get(key);
    return value == null ? otherwise : integer(value, key, least, greatest);
  }

  int integer(Node value, String key, int least, int greatest) {
    String text = text(value, key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    problems.add(
        value,
        "'"
            + key
            + "' is a whole number from "
            + least
            + " to "
            + greatest
            + ", not '"
            + text
            + "'");
    return least;
  }

  @Nullable Duration duration(String key) {
    Node value = get(key);
    if (value == null) {
      return null;
    }
    return convert(value, key, Durations::parse);
  }

  /** What a text means; that it means nothing is a problem and gives null. */
  <T> @Nullable T convert(Node value, String key, Function<String, T> meaning) {
    String text = text(value, key);
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException problem) {
      problems.add(value, "'" + key + "': " + problem.getMessage());
      return null;
    }
  }

  /** One of the constants of an enum, by its name in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> kind, E otherwise) {
    Node value = get(key);
    if (value == null) {
      return otherwise;
    }
    E found = convert(value, key, text -> Choices.of(text, kind));
    return found == null ? otherwise : found;
  }

  String text(Node value, String key) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problems.add(value, "'" + key + "' is a text or a number, no list and no mapping");
    return "";
  }

  /** Tells of every key that nobody asked for. */
  void done() {
    keys.forEach(
        (key, at) -> {
          if (!asked.contains(key)) {
            problems.add(at, what + " knows no key '" + key + "'" + Problems.meant(key, asked));
          }
        });
  }
}
