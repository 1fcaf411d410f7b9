// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.language.Emit;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Patterns over letters in one line, for tests: stages from left to right, each of an optional
 * {@code >} (strict) or {@code *} (any), {@code !} (negated), {@code ~} (does not tell its types),
 * letters, {@code =n}, {@code <n} or {@code #n} (refers to stage n), times such as {@code {2,3}} or
 * <code>{1,}</code>, {@code ?} (optional), {@code G} (greedy), {@code S} (consecutive), {@code Y}
 * (combinations), {@code |letters} (until) and {@code /ms} (within). {@code @ms} is the time of the
 * whole; {@code %NEXT}, {@code %PAST}, {@code %FIRST1}, {@code %LAST1} the skip strategy.
 */
final class PatternText {
  private static final Pattern STAGE =
      Pattern.compile(
          "([>*]?)(!?)(~?)([a-z]+)(?:([=<#])(\\d))?(?:\\{(\\d)(,(\\d?))?})?(\\??)([GSY]*)"
              + "(?:\\|([a-z]+))?(?:/(\\d+))?");
  private static final int BOUND = 10_000;

  private final String text;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Condition> where = new ArrayList<>();
  private final List<Optional<Condition>> until = new ArrayList<>();
  private @Nullable Duration within;
  private Skip skip = new Skip(Skip.Kind.NO_SKIP, "");

  private PatternText(String text) {
    this.text = text;
  }

  static CompiledPattern read(String text) {
    return new PatternText(text).read();
  }

  private CompiledPattern read() {
    for (String word : text.split(" ")) {
      switch (word.charAt(0)) {
        case '@' -> within = Duration.ofMillis(Long.parseLong(word.substring(1)));
        case '%' -> skip = skip(word.substring(1));
        default -> stage(word);
      }
    }
    FailurePattern pattern =
        new FailurePattern(
            text,
            1,
            PatternKey.SERVICE,
            stages,
            within,
            skip,
            Duration.ZERO,
            BOUND,
            new Emit("", "", "low", 1, ""));
    return new CompiledPattern(pattern, where, until);
  }

  private static Skip skip(String word) {
    return switch (word) {
      case "NEXT" -> new Skip(Skip.Kind.TO_NEXT, "");
      case "PAST" -> new Skip(Skip.Kind.PAST_LAST_EVENT, "");
      default -> {
        String kind = word.substring(0, word.length() - 1).toUpperCase(Locale.ROOT);
        yield new Skip(Skip.Kind.valueOf("TO_" + kind), "s" + word.charAt(word.length() - 1));
      }
    };
  }

  private void stage(String word) {
    Matcher parts = STAGE.matcher(word);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no stage: " + word + " in " + text);
    }
    boolean tells = parts.group(3).isEmpty();
    String ending = parts.group(12);
    String time = parts.group(13);
    stages.add(
        new Stage(
            "s" + stages.size(),
            follow(parts.group(1)),
            !parts.group(2).isEmpty(),
            quantifier(parts),
            word,
            ending,
            time == null ? null : Duration.ofMillis(Long.parseLong(time))));
    where.add(
        new Letters(Letters.of(parts.group(4)), tells, back(parts.group(5)), "s" + parts.group(6)));
    until.add(
        Optional.ofNullable(ending)
            .map(letters -> new Letters(Letters.of(letters), tells, Letters.Back.NO, "")));
  }

  private static Follow follow(String sign) {
    return switch (sign) {
      case ">" -> Follow.STRICT;
      case "*" -> Follow.ANY;
      default -> Follow.RELAXED;
    };
  }

  private static Letters.Back back(@Nullable String sign) {
    return switch (sign == null ? "" : sign) {
      case "=" -> Letters.Back.SAME;
      case "<" -> Letters.Back.RISES;
      case "#" -> Letters.Back.FEWER;
      default -> Letters.Back.NO;
    };
  }

  private static Quantifier quantifier(Matcher parts) {
    String least = parts.group(7);
    String range = parts.group(8);
    String most = parts.group(9);
    int min = least == null ? 1 : Integer.parseInt(least);
    int max = min;
    if (range != null) {
      max = most == null || most.isEmpty() ? Quantifier.UNBOUNDED : Integer.parseInt(most);
    }
    String flags = parts.group(11);
    Follow inner = flags.contains("S") ? Follow.STRICT : Follow.RELAXED;
    return new Quantifier(
        min,
        max,
        !parts.group(10).isEmpty(),
        flags.contains("G"),
        flags.contains("Y") ? Follow.ANY : inner);
  }
}
