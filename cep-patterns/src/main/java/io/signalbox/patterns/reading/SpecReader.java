// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.patterns.language.Emit;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.language.Title;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a pattern does beside its stages: what follows a match and what a match says. */
final class SpecReader {
  private static final Map<String, Skip.Kind> PLAIN =
      Map.of(
          "NO_SKIP", Skip.Kind.NO_SKIP,
          "TO_NEXT", Skip.Kind.TO_NEXT,
          "PAST_LAST_EVENT", Skip.Kind.PAST_LAST_EVENT);
  private static final Map<String, Skip.Kind> NAMING =
      Map.of("TO_FIRST", Skip.Kind.TO_FIRST, "TO_LAST", Skip.Kind.TO_LAST);
  private static final List<String> OTHERS = List.of("service", "key");
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

  private final Problems problems;

  SpecReader(Problems problems) {
    this.problems = problems;
  }

  Skip skip(YamlMap spec, List<Stage> stages) {
    Node node = spec.get("skip");
    if (node == null) {
      return Skip.PAST_LAST_EVENT;
    }
    problems.mark("spec.skip", node);
    return node instanceof MappingNode ? naming(node, stages) : plain(spec, node);
  }

  private Skip plain(YamlMap spec, Node node) {
    String text = spec.text(node, "skip");
    Skip.Kind kind = PLAIN.get(text);
    if (kind == null) {
      problems.add(
          node,
          "'skip' is PAST_LAST_EVENT, TO_NEXT, NO_SKIP, {TO_FIRST: stage} or {TO_LAST: stage}, not"
              + " '"
              + text
              + "'"
              + Problems.meant(text.toUpperCase(Locale.ROOT), PLAIN.keySet()));
      return Skip.PAST_LAST_EVENT;
    }
    return new Skip(kind, "");
  }

  private Skip naming(Node node, List<Stage> stages) {
    YamlMap map = new YamlMap(node, "skip", problems);
    Skip skip = Skip.PAST_LAST_EVENT;
    for (Map.Entry<String, Skip.Kind> entry : NAMING.entrySet()) {
      Node named = map.get(entry.getKey());
      if (named != null) {
        String stage = map.text(named, entry.getKey());
        skip = new Skip(entry.getValue(), stage);
        checkStage(named, stage, stages);
      }
    }
    map.done();
    return skip;
  }

  private void checkStage(Node node, String name, List<Stage> stages) {
    boolean takes = stages.stream().anyMatch(one -> one.name().equals(name) && !one.negated());
    if (!takes) {
      List<String> names = stages.stream().map(Stage::name).toList();
      problems.add(
          node,
          "no stage that takes events is called '" + name + "'" + Problems.meant(name, names));
    }
  }

  Emit emit(YamlMap spec, List<Stage> stages, String severity, String runbook) {
    Node node = spec.need("emit");
    if (node == null) {
      return new Emit("", "", severity, 0, runbook);
    }
    problems.mark("emit", node);
    YamlMap map = new YamlMap(node, "emit", problems);
    for (String key : List.of("title", "blame")) {
      Node value = map.get(key);
      if (value != null) {
        problems.mark("emit." + key, value);
      }
    }
    Emit emit =
        new Emit(
            map.needText("title"),
            map.text("blame", ""),
            severity(map, severity),
            confidence(map),
            map.text("runbook", runbook));
    Node title = map.get("title");
    if (title != null) {
      Title.placesOf(emit.title()).stream()
          .filter(place -> !OTHERS.contains(place))
          .forEach(place -> checkReference(title, place, stages));
    }
    Node blame = map.get("blame");
    if (blame != null) {
      checkReference(blame, emit.blame(), stages);
    }
    map.done();
    return emit;
  }

  /** What a title or blame refers to: a stage, or a field of one. */
  private void checkReference(Node node, String reference, List<Stage> stages) {
    int dot = reference.indexOf('.');
    checkStage(node, dot < 0 ? reference : reference.substring(0, dot), stages);
    String field = dot < 0 ? "type" : reference.substring(dot + 1);
    if (!field.equals("type") && EventField.of(field) == null) {
      List<String> known = Stream.of(EventField.values()).map(EventField::label).toList();
      problems.add(node, "an event has no field '" + field + "'" + Problems.meant(field, known));
    }
  }

  /** A severity; what is given when the map has none. */
  String severity(YamlMap map, String otherwise) {
    Node node = map.get("severity");
    if (node == null) {
      return otherwise;
    }
    String text = map.text(node, "severity");
    if (!SEVERITIES.contains(text)) {
      problems.add(
          node,
          "'severity' is none of "
              + String.join(", ", SEVERITIES)
              + Problems.meant(text, SEVERITIES));
    }
    return text;
  }

  private double confidence(YamlMap map) {
    @Nullable Node node = map.need("confidence");
    if (node == null) {
      return 0;
    }
    Double number = map.convert(node, "confidence", SpecReader::share);
    return number == null ? 0 : number;
  }

  private static double share(String text) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException problem) {
      number = -1;
    }
    if (!(number >= 0 && number <= 1)) {
      throw new IllegalArgumentException("'" + text + "' is no number from 0 to 1");
    }
    return number;
  }
}
