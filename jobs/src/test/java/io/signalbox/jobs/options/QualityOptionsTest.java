// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
