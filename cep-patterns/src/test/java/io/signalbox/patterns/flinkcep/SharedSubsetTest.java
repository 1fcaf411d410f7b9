// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.flinkcep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.automaton.Matcher;
import io.signalbox.patterns.automaton.Story;
import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedSubsetTest {
  private static final Quantifier OPEN =
      new Quantifier(1, Quantifier.UNBOUNDED, false, false, Follow.RELAXED);

  /** Refused for flink-cep, while the automaton runs it. */
  private static void refused(Story story, String reason) {
    new Matcher(story.compiled());
    UnsupportedPattern refused =
        assertThrows(UnsupportedPattern.class, () -> SharedSubset.check(story.pattern()));
    String why = String.valueOf(refused.getMessage());
    assertTrue(why.contains(reason), why);
  }

  @Test
  void whatFlinkCepTakesOtherwiseIsRefusedByName() {
    Duration second = Duration.ofSeconds(1);
    refused(
        new Story().stage("a", "true").stage("b", "true", OPEN, second).within(9),
        "does not time each event of a loop");
    refused(
        new Story()
            .stage("a", "true")
            .stage("b", "true", OPEN, null)
            .stage("c", "true", Quantifier.ONE, second)
            .within(9),
        "only once another event came");
    refused(
        new Story().stage("a", "true").never("b", "true", null).never("c", "true", null).within(9),
        "forgets all but the last negated stage");
    refused(
        new Story().stage("a", "true", OPEN, null).never("b", "true", null).within(9),
        "tells an open loop at the end only once");
  }

  private static List<CompiledPattern> one() {
    return List.of(
        new Story().stage("a", "true").never("n", "false", null).within(9).compiled());
  }

  @Test
  void thePatternOfFlinkCepHasTheNamesOfTheStages() {
    var built = CepPatterns.of(SharedSubsetTest::one, 0);
    assertEquals("n", built.getName());
  }
}
