// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.ShapeReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityOptionsTest {
  private static List<String> numbers(String given) {
    return JobOptions.bind(List.of("--quality.numbers", given), Map.of())
        .options()
        .quality()
        .numbers();
  }

  @Test
  void onlyTheLengthOfAnswersIsWatchedUnlessMoreIsNamed() {
    assertEquals(List.of(), JobOptions.bind(List.of(), Map.of()).options().quality().numbers());
    assertEquals(List.of("latency", "cost"), numbers("latency, cost"));
  }

  private static QualitySettings settings(String... args) {
    return JobOptions.of(args).quality().settings();
  }

  @Test
  void numbersThatAreNamedShareOneBudgetWithOutcomesAndLength() {
    double alone = settings().drift().nats();
    assertEquals(QualitySettings.DEFAULT.drift(), settings().drift());
    double shared = settings("--quality.numbers", "latency,cost").drift().nats();
    assertEquals(alone + Math.log(4), shared, 1e-9);
  }

  @Test
  void aReferenceIsFrozenUnlessItIsToRoll() {
    assertEquals(ShapeReference.FROZEN, settings("--quality.reference-gap", "20m").reference());
    assertEquals(
        new ShapeReference(3_600_000, 600_000),
        settings("--quality.reference", "rolling").reference());
    assertThrows(
        IllegalArgumentException.class,
        () -> settings("--quality.reference", "rolling", "--quality.reference-window", "15m"));
  }

  @Test
  void whatIsNoNumberOfAnAnswerIsRefused() {
    BadOptions bad = assertThrows(BadOptions.class, () -> numbers("latency,speed"));
    assertEquals(
        List.of(
            "quality.numbers = 'speed' is no number of an answer: expected latency, cost,"
                + " input_tokens"),
        bad.problems());
  }
}
