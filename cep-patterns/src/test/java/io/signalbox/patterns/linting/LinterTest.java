// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.linting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.Samples;
import io.signalbox.patterns.reading.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
  private static final String WHERE = "e.type == \"anomaly.opened\" && e.version == deploy.version";

  @Test
  void aGoodPatternHasNothingToSayAgainst() {
    assertEquals(List.of(), lint(Samples.DEPLOY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e.type == 'a' && e.type == 'b' | ERROR | no event can fit",
        "e.type == 'anomaly.opend' | WARNING | no event of type 'anomaly.opend' is known: did you"
            + " mean 'anomaly.opened'?",
        "e.type == 'anomaly.opened' && e.tool == 'x' | WARNING | 'e.tool' is never set for"
            + " [anomaly.opened]",
        "e.type == 'anomaly.opened' && e.version == deploy.signal | WARNING | 'deploy.signal' is"
            + " never set",
        "e.type == 'anomaly.opened' && e.role == 'SLF' | WARNING | 'role' is never 'SLF': did you"
            + " mean 'SELF'?"
      })
  void whatCannotBeMeantIsSaidAtTheCondition(String where, String level, String said) {
    List<Problem> problems = lint(Samples.DEPLOY.replace(WHERE, where));

    assertTrue(
        problems.stream()
            .anyMatch(
                problem ->
                    problem.level().name().equals(level)
                        && problem.line() == 11
                        && problem.message().contains(said)),
        problems::toString);
  }

  @Test
  void aStageWhoseEventsTheOneBeforeTakesOrForbidsIsNeverReached() {
    String forbidden =
        Samples.DEPLOY.replace(
            "    - stage: errors",
            "    - {stage: none, not: true, where: e.type == 'anomaly.opened'}\n"
                + "    - stage: errors");
    String taken =
        Samples.DEPLOY.replace(
            "    - stage: errors",
            "    - {stage: many, min: 1, greedy: true, where: e.type == 'anomaly.opened'}\n"
                + "    - stage: errors");

    assertTrue(lint(forbidden).toString().contains("forbids what it needs"));
    assertTrue(lint(taken).toString().contains("takes what it needs"));
  }

  @Test
  void moreOpenMatchesThanTheBoundAreForetold() {
    String text = Samples.DEPLOY.replace("within: 15m", "within: 12h");

    assertTrue(lint(text).toString().contains("about 720 partial matches"));
    assertEquals(List.of(), lint(text.replace("key: service", "key: service\n  bound: 720")));
  }

  private static List<Problem> lint(String text) {
    return Linter.lint(Vocabulary.shipped(), Samples.read(text));
  }
}
