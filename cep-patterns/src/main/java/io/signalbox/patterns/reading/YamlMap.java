// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
public final class YamlMap {
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
  public YamlMap(Node node, String what, Problems problems) {
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

  /** What is read. */
  public Node node() {
    return node;
  }

  /** True when the key is there, whatever its value. */
  public boolean has(String key) {
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
  public @Nullable Node get(String key) {
    asked.add(key);
    return values.get(key);
  }

  /** The same; its absence is a problem. */
  public @Nullable Node need(String key) {
    Node value = get(key);
    if (value == null && node instanceof MappingNode) {
      problems.add(node, what + " has no '" + key + "'");
    }
    return value;
  }

  /** The text of a key, which must be there. */
  public String needText(String key) {
    Node value = need(key);
    return value == null ? "" : text(value, key);
  }

  /** The text of a key, or what is said otherwise. */
  public String text(String key, String otherwise) {
    Node value = get(key);
    return value == null ? otherwise : text(value, key);
  }

  /** A text, or one of a list of texts. */
  public List<String> texts(String key) {
    Node value = get(key);
    if (value instanceof SequenceNode list) {
      return list.getValue().stream().map(one -> text(one, key)).toList();
    }
    return value == null ? List.of() : List.of(text(value, key));
  }

  /** A text or a list of texts by each name. */
  public Map<String, List<String>> textsByName(String key) {
    Node value = get(key);
    Map<String, List<String>> all = new LinkedHashMap<>();
    if (value != null) {
      YamlMap map = new YamlMap(value, "'" + key + "'", problems);
      map.values.keySet().forEach(name -> all.put(name, map.texts(name)));
    }
    return all;
  }

  /** Tells of something wrong with what stands under a key, or with the whole when it is absent. */
  public void problem(String key, String message) {
    problems.add(values.getOrDefault(key, node), message);
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

  /** Elements of the list of a key; none when it is absent. */
  public List<Node> listOf(String key) {
    return list(get(key), key);
  }

  /** Elements of the list of a key, which must be there. */
  public List<Node> needList(String key) {
    return list(need(key), key);
  }

  /** A finite number, or what is said otherwise. */
  public double number(String key, double otherwise) {
    Node value = get(key);
    Double number = value == null ? null : convert(value, key, YamlMap::finite);
    return number == null ? otherwise : number;
  }

  private static double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("'" + text + "' is not finite");
    }
    return number;
  }

  /** True or false, false when it is absent. */
  public boolean flag(String key) {
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

  /** A whole number within bounds, or what is said otherwise. */
  public int integer(String key, int least, int greatest, int otherwise) {
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

  /** A time such as {@code 1h30m}, or null. */
  public @Nullable Duration duration(String key) {
    Node value = get(key);
    if (value == null) {
      return null;
    }
    return convert(value, key, Durations::parse);
  }

  /** A moment such as {@code 2026-03-01T12:00:00Z}, or null. */
  public @Nullable Instant instant(String key) {
    Node value = get(key);
    if (value == null) {
      return null;
    }
    return convert(value, key, YamlMap::time);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException problem) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time such as 2026-03-01T12:00:00Z", problem);
    }
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
  public <E extends Enum<E>> E choice(String key, Class<E> kind, E otherwise) {
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
  public void done() {
    keys.forEach(
        (key, at) -> {
          if (!asked.contains(key)) {
            problems.add(at, what + " knows no key '" + key + "'" + Problems.meant(key, asked));
          }
        });
  }
}
