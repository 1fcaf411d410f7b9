// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.Role;
import io.signalbox.patterns.language.EventKey;
import io.signalbox.patterns.language.PatternKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the events of one test. A time is counted from the beginning of the test ({@code 90s}),
 * from the event before ({@code +30s}), or is a moment ({@code 2026-01-01T00:00:00Z}). What an
 * event does not say of its place is that of one service in production that observes itself.
 */
final class TestEvents {
  /** Event time at which tests begin. */
  static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private static final String ENVIRONMENT = "production";
  private static final String SERVICE = "checkout";

  private final PatternKey key;
  private final Problems problems;
  private long lastMs = START_MS;

  TestEvents(PatternKey key, Problems problems) {
    this.key = key;
    this.problems = problems;
  }

  PatternEvent read(Node node) {
    YamlMap map = new YamlMap(node, "an event", problems);
    Node at = map.need("at");
    lastMs = at == null ? lastMs : timeOf(map, at, "at");
    String type = map.needText("type");
    Map<EventField, Object> fields = new EnumMap<>(EventField.class);
    map.others().forEach((name, value) -> field(map, name, value, fields));
    fields.putIfAbsent(EventField.ENVIRONMENT, ENVIRONMENT);
    fields.putIfAbsent(EventField.SERVICE, SERVICE);
    fields.putIfAbsent(EventField.ROLE, Role.SELF.name());
    boolean self = fields.get(EventField.ROLE).equals(Role.SELF.name());
    Object observer = self ? fields.get(EventField.SERVICE) : SERVICE;
    fields.putIfAbsent(EventField.OBSERVER, observer);
    Optional<String> by = EventKey.of(key, fields);
    if (by.isEmpty()) {
      List<String> needed = EventKey.needed(key).stream().map(EventField::label).toList();
      problems.add(
          node,
          "the pattern does not see this event: its key needs role SELF and "
              + String.join(", ", needed));
    }
    return new PatternEvent(by.orElse(""), lastMs, type, fields);
  }

  /** The event time that a text means. */
  long timeOf(YamlMap map, Node node, String name) {
    Long time = map.convert(node, name, this::parse);
    return time == null ? lastMs : time;
  }

  private long parse(String text) {
    if (text.startsWith("+")) {
      return lastMs + Durations.parse(text.substring(1)).toMillis();
    }
    if (text.indexOf('T') < 0) {
      return START_MS + Durations.parse(text).toMillis();
    }
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException | ArithmeticException problem) {
      throw new IllegalArgumentException(
          "'" + text + "' is no moment such as 2026-01-01T00:00:00Z");
    }
  }

  private void field(YamlMap map, String name, Node value, Map<EventField, Object> fields) {
    EventField field = EventField.of(name);
    if (field == null) {
      List<String> known =
          Stream.concat(
                  Stream.of("at", "type"), Stream.of(EventField.values()).map(EventField::label))
              .toList();
      problems.add(value, "an event has no field '" + name + "'" + Problems.meant(name, known));
      return;
    }
    Object read = map.convert(value, name, text -> parse(field, text));
    if (read != null) {
      fields.put(field, read);
    }
  }

  private static Object parse(EventField field, String text) {
    try {
      return switch (field.type()) {
        case TEXT -> field == EventField.ROLE ? Role.valueOf(text).name() : text;
        case NUMBER -> Double.parseDouble(text);
        case COUNT -> Long.parseLong(text);
        case FLAG -> flag(text);
      };
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException("'" + text + "' is no " + kind(field));
    }
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return text.equals("true");
  }

  private static String kind(EventField field) {
    return switch (field.type()) {
      case TEXT -> "role: SELF, CALLEE, CALLER, SAME_NODE, SAME_ZONE, SAME_PROVIDER";
      case NUMBER -> "number";
      case COUNT -> "whole number";
      case FLAG -> "flag: true or false";
    };
  }
}
