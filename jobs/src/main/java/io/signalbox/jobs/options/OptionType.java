// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.patterns.reading.Durations;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.configuration.MemorySize;

/**
 * How text becomes a value of one type.
 *
 * @param expected what the text should be, to follow "expected"
 * @param parse throws a RuntimeException if the text is something else
 */
record OptionType(String expected, Function<String, Object> parse) {
  private static final Map<Class<?>, OptionType> PLAIN =
      Map.of(
          String.class, new OptionType("text", text -> text),
          int.class, new OptionType("a whole number", Integer::valueOf),
          long.class, new OptionType("a whole number", Long::valueOf),
          double.class, new OptionType("a number", Double::valueOf),
          boolean.class, new OptionType("true or false", OptionType::flag),
          Duration.class,
              new OptionType(
                  "a duration such as 500ms, 10s, 5m, 1h or PT10S", OptionType::duration),
          MemorySize.class, new OptionType("a size such as 512kb or 32mb", MemorySize::parse));

  /** As patterns write it, or as ISO-8601 does. */
  private static Duration duration(String text) {
    Duration time = text.startsWith("P") ? Duration.parse(text) : Durations.parse(text);
    if (time.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return time;
  }

  /** The form of a type. */
  static OptionType of(Type type) {
    Class<?> raw = raw(type);
    OptionType plain = PLAIN.get(raw);
    if (plain != null) {
      return plain;
    } else if (raw == List.class) {
      return list(of(((ParameterizedType) type).getActualTypeArguments()[0]));
    } else if (raw == Map.class) {
      return of(((ParameterizedType) type).getActualTypeArguments()[1]);
    } else if (raw.isEnum()) {
      return oneOf(raw);
    }
    throw new IllegalArgumentException("no options of " + type);
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static Object flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static OptionType list(OptionType element) {
    return new OptionType(
        element.expected + ", or several separated by commas",
        text ->
            Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(s -> !s.isEmpty())
                .map(element.parse)
                .toList());
  }

  private static OptionType oneOf(Class<?> type) {
    Map<String, Object> values =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(OptionType::spelled, c -> c));
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(OptionType::spelled)
            .collect(Collectors.joining(", "));
    return new OptionType(
        "one of " + names,
        text -> {
          Object value = values.get(text);
          if (value == null) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  private static String spelled(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
