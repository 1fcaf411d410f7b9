// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.patterns.Samples;
import io.signalbox.patterns.reading.PatternDocument;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private static final String EVENTS =
      """
      tests:
        - name: one
          events:
            - {at: 0s, type: change.deployed, version: v2}
            - {at: +5s, type: anomaly.opened, version: v2}
      """;

  @Test
  void theFirstDifferenceIsSaid() {
    assertEquals(
        Optional.of("expected 2 matches, found 1 match: the first took {deploy=[0], errors=[1]}"),
        run("    expect: 2\n"));
    assertEquals(
        Optional.of("match 0: stage errors took events [1], not [0]"),
        run("    expect: [{deploy: [0], errors: [0]}]\n"));
    assertEquals(Optional.of("late are events [], not [1]"), run("    expect: 1\n    late: [1]\n"));
    assertEquals(Optional.empty(), run("    expect: [{errors: [1]}]\n"));
  }

  @Test
  void anEventIsLateOnceTheWatermarkHasPassedItsSecond() {
    String late = "    arrives: [1, 0]\n    late: [0]\n    expect: 0\n";

    assertEquals(Optional.empty(), run(late + "    disorder: 4s\n"));
    assertEquals(Optional.of("late are events [], not [0]"), run(late + "    disorder: 5s\n"));
  }

  @Test
  void bothEnginesPassTheSameTest() {
    PatternDocument document = Samples.read(Samples.DEPLOY + EVENTS + "    expect: 1\n");

    for (Engine engine : new Engine[] {new AutomatonEngine(), new FlinkCepEngine()}) {
      assertEquals(
          Optional.empty(), new Runner(engine).run(document.pattern(), document.tests().get(0)));
    }
  }

  private static Optional<String> run(String expectation) {
    PatternDocument document = Samples.read(Samples.DEPLOY + EVENTS + expectation);
    return new Runner(new AutomatonEngine()).run(document.pattern(), document.tests().get(0));
  }
}
