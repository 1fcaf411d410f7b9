// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Checks with the rest by CEL say the same as CEL alone, counting of errors included. */
class ChecksEqualCelPropertyTest {
  private static final Set<String> STAGES = Set.of("first", "second");
  private static final List<String> TEXTS = List.of("", "a", "b", "ab");

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
  void checksAndTheRestSayWhatCelSays(
      @ForAll("conditions") String text,
      @ForAll("events") List<PatternEvent> events,
      @ForAll("events") List<PatternEvent> first,
      @ForAll("events") List<PatternEvent> second) {
    Taken taken = stage -> stage.equals("first") ? first : second;
    Condition fast = Conditions.compile(text, STAGES);
    Condition slow = Conditions.compile(text, STAGES, false);

    for (PatternEvent event : events) {
      boolean expected = slow.test(event, taken);
      assertEquals(expected, fast.test(event, taken), () -> text + " on " + event);
      assertEquals(slow.failures(), fast.failures(), () -> text + " on " + event);
      if (expected && fast.types().isPresent()) {
        assertEquals(true, fast.types().get().contains(event.type()), text);
      }
    }
  }

  @Provide
  Arbitrary<String> conditions() {
    Arbitrary<String> texts = Arbitraries.of("e.type", "e.name", "first.name", "second.type");
    Arbitrary<String> literals = Arbitraries.of(TEXTS).map(text -> "'" + text + "'");
    Arbitrary<String> numbers = Arbitraries.of("-1", "0", "1", "2", "9007199254740993");
    Arbitrary<String> doubles = Arbitraries.of("-0.0", "0.5", "1.0", "1e308");
    Arbitrary<String> orders = Arbitraries.of("<", "<=", ">", ">=", "==", "!=");
    Arbitrary<String> unequal = Arbitraries.of("<", "<=", ">", ">=");
    Arbitrary<String> atoms =
        Arbitraries.oneOf(
            Combinators.combine(
                    texts, Arbitraries.of("==", "!="), Arbitraries.oneOf(texts, literals))
                .as((a, order, b) -> a + " " + order + " " + b),
            Combinators.combine(texts, literals, literals)
                .as((a, x, y) -> a + " in [" + x + ", " + y + "]"),
            Combinators.combine(Arbitraries.of("e.count", "first.count"), orders, numbers)
                .as((a, order, b) -> a + " " + order + " " + b),
            Combinators.combine(Arbitraries.of("e.value", "second.value"), orders, doubles)
                .as((a, order, b) -> a + " " + order + " " + b),
            Combinators.combine(Arbitraries.of("e.value"), unequal, numbers)
                .as((a, order, b) -> a + " " + order + " " + b),
            Combinators.combine(
                    Arbitraries.of("size(all.first)", "all.second.size()"), orders, numbers)
                .as((a, order, b) -> a + " " + order + " " + b),
            Arbitraries.of(
                "e.inferred",
                "has(e.name)",
                "has(first.type)",
                "true",
                "false",
                "10 / e.count > 3",
                "e.count * 9007199254740993 > 1",
                "all.first.exists(x, x.name == e.name)",
                "e.name.startsWith('a')",
                "e.time > first.time"));
    return Arbitraries.lazyOf(
        () -> atoms,
        () -> atoms.map(atom -> "!(" + atom + ")"),
        () ->
            Combinators.combine(conditionsBelow(atoms), Arbitraries.of(" && ", " || "), atoms)
                .as((a, join, b) -> "(" + a + ")" + join + "(" + b + ")"));
  }

  private static Arbitrary<String> conditionsBelow(Arbitrary<String> atoms) {
    return Combinators.combine(atoms, Arbitraries.of(" && ", " || "), atoms)
        .as((a, join, b) -> a + join + b);
  }

  @Provide
  Arbitrary<List<PatternEvent>> events() {
    Arbitrary<Double> values =
        Arbitraries.of(0.0, -0.0, 0.5, 1.0, 2.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY);
    Arbitrary<Long> counts = Arbitraries.of(0L, 1L, 2L, -1L, 9007199254740993L, Long.MAX_VALUE);
    return Combinators.combine(
            Arbitraries.of(TEXTS),
            Arbitraries.of(TEXTS),
            values,
            counts,
            Arbitraries.integers().between(0, 31),
            Arbitraries.longs().between(0, 3))
        .as(ChecksEqualCelPropertyTest::event)
        .list()
        .ofMinSize(0)
        .ofMaxSize(4);
  }

  /** An event of which only the fields in a set of bits are set. */
  private static PatternEvent event(
      String type, String name, double value, long count, int bits, long timeMs) {
    Map<EventField, Object> fields = new EnumMap<>(EventField.class);
    if ((bits & 1) != 0) {
      fields.put(EventField.NAME, name);
    }
    if ((bits & 2) != 0) {
      fields.put(EventField.VALUE, value);
    }
    if ((bits & 4) != 0) {
      fields.put(EventField.COUNT, count);
    }
    if ((bits & 8) != 0) {
      fields.put(EventField.INFERRED, (bits & 16) != 0);
    }
    return new PatternEvent("key", timeMs, type, fields);
  }
}
