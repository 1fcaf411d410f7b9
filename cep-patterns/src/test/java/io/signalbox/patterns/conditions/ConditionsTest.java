// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static final Set<String> STAGES = Set.of("deploy", "errors");
  private static final PatternEvent DEPLOY = event("change.deployed", "v2", 0);
  private static final PatternEvent ERROR = event("anomaly.opened", "v2", 60_000);
  private static final Taken TAKEN = stage -> stage.equals("deploy") ? List.of(DEPLOY) : List.of();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e.type == 'anomaly.opened' && e.version == deploy.version",
        "e.time - deploy.time == duration('60s')",
        "!all.errors.exists(x, x.service == e.service) && size(all.deploy) == 1",
        "all.deploy.all(x, x.version == e.version) && all.errors.size() == 0",
        "has(e.version) && !has(e.signal) && !has(errors.version) && errors.type == ''",
        "e.version.matches('v[0-9]+') && e.version.startsWith('v')",
        "e.count > 2 && e.count < 4 && e.value >= 1.5 && e.value > 1 && !e.inferred",
        "e.version in ['v1', 'v2'] && (e.type == 'x' || e.type == 'anomaly.opened')"
      })
  void whatHoldsIsFound(String text) {
    assertTrue(Conditions.compile(text, STAGES).test(ERROR, TAKEN));
    assertTrue(Conditions.compile(text, STAGES, false).test(ERROR, TAKEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e.typ == 'x' | 1:2: there is no field 'typ': did you mean 'type'?",
        "e.count == 'x' | 1:9: found no matching overload",
        "e.version == deplyo.version | did you mean 'deploy'?",
        "all.error.size() > 0 | there is no field 'error': did you mean 'errors'?",
        "e.type | expected type 'bool' but found 'string'",
        "dyn(e.count) == 'x' | dyn() is not allowed",
        "Event{type: 'x'} == e | nothing can be made",
        "e.type.matches('(') | no RE2 expression",
        "e.type.matches(e.name) | must be a constant",
        "all.errors.exists(a, all.errors.exists(b, all.errors.exists(c, a == b))) | more than 2"
            + " loops",
        "now() > e.time | undeclared reference to 'now'"
      })
  void whatIsWrongIsSaidWithItsPlaceWhenItIsLoaded(String text, String why) {
    BadCondition bad = assertThrows(BadCondition.class, () -> Conditions.compile(text, STAGES));

    String said = String.valueOf(bad.getMessage());
    boolean all = said.contains(why) || (why.startsWith("undeclared") && said.contains("'now'"));
    assertTrue(all, said);
  }

  @Test
  void aConditionThatIsTooLongIsRefused() {
    String text = "e.type == '" + "x".repeat(Conditions.GREATEST_LENGTH) + "'";

    assertThrows(BadCondition.class, () -> Conditions.compile(text, STAGES));
  }

  @Test
  void allFaultsOfAConditionAreSaidAtOnce() {
    BadCondition bad =
        assertThrows(
            BadCondition.class, () -> Conditions.compile("e.typ == 'x' && e.nam == 'y'", STAGES));

    assertEquals(List.of(2, 18), bad.faults().stream().map(BadCondition.Fault::column).toList());
  }

  @Test
  void anErrorOfEvaluationIsFalseAndCounted() {
    Condition division = Conditions.compile("e.count / (e.count - 3) > 0", STAGES);
    Condition overflow = Conditions.compile("e.count + 9223372036854775807 > 0", STAGES);

    assertFalse(division.test(ERROR, TAKEN));
    assertFalse(division.test(ERROR, TAKEN));
    assertFalse(overflow.test(ERROR, TAKEN));
    assertEquals(2, division.failures());
    assertEquals(1, overflow.failures());
  }

  @Test
  void anErrorBesideWhatIsFalseAnywayIsNone() {
    Condition condition = Conditions.compile("e.count / 0 > 0 && e.type == 'x'", STAGES);

    assertFalse(condition.test(ERROR, TAKEN));
    assertEquals(0, condition.failures());
  }

  @Test
  void theTypesThatCanFitAreKnownForDispatch() {
    assertEquals(Optional.of(Set.of("a")), types("e.type == 'a' && e.version == deploy.version"));
    assertEquals(Optional.of(Set.of("a", "b")), types("e.type in ['a', 'b']"));
    assertEquals(
        Optional.of(Set.of("a", "b")),
        types("(e.type == 'a' && e.count > 1) || (e.type == 'b' && e.signal == 'x')"));
    assertEquals(Optional.of(Set.of()), types("e.type == 'a' && e.type == 'b'"));
    assertEquals(Optional.of(Set.of()), types("e.signal == 'a' && e.signal == 'b'"));
    assertEquals(Optional.of(Set.of()), types("false"));
    assertEquals(Optional.empty(), types("e.type != 'a'"));
    assertEquals(Optional.empty(), types("e.type == 'a' || e.count > 1"));
  }

  @Test
  void whatPatternsMostlySayNeedsNoCelAtRunTime() {
    assertFalse(
        needsRuntime("e.type in ['a', 'b'] && e.version == deploy.version && e.value >= 2"));
    assertFalse(needsRuntime("has(e.peer) && (!e.inferred || size(all.errors) > 1)"));
    assertTrue(needsRuntime("e.type == 'a' && e.name.startsWith('x')"));
  }

  private static boolean needsRuntime(String text) {
    return ((CelCondition) Conditions.compile(text, STAGES)).needsRuntime();
  }

  @Test
  void onlyWhatLooksBackAsksWhatWasTaken() {
    assertFalse(Conditions.compile("e.type == 'a' && e.count * 2 > 1", STAGES).refersBack());
    assertTrue(Conditions.compile("e.version == deploy.version", STAGES).refersBack());
    assertTrue(Conditions.compile("size(all.errors) > 1", STAGES).refersBack());
    assertTrue(Conditions.compile("e.count * deploy.count > 1", STAGES).refersBack());
  }

  private static Optional<Set<String>> types(String text) {
    return Conditions.compile(text, STAGES).types();
  }

  private static PatternEvent event(String type, String version, long timeMs) {
    Map<EventField, Object> fields =
        Map.of(
            EventField.SERVICE,
            "a",
            EventField.VERSION,
            version,
            EventField.COUNT,
            3L,
            EventField.VALUE,
            1.5);
    return new PatternEvent("production/a", timeMs, type, fields);
  }
}
