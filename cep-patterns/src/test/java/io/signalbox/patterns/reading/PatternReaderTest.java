// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.Samples;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternReaderTest {
  @Test
  void everythingThatAPatternCanSayIsRead() {
    FailurePattern pattern =
        Samples.read(
                """
                apiVersion: signalbox/v1
                kind: FailurePattern
                metadata: {id: all, version: 7, severity: low, runbook: docs/x.md}
                spec:
                  key: edge
                  within: 1h30m
                  cooldown: 10m
                  bound: 99
                  skip: {TO_LAST: many}
                  sequence:
                    - {stage: start, where: e.count > 1}
                    - {stage: many, follow: any, min: 2, greedy: true, inner: strict, where: e.count > 2, until: e.count > 9}
                    - {stage: never-that, not: true, where: e.count == 5}
                    - {stage: last, follow: strict, within: 5m, min: 1, max: 3, where: e.count < size(all.many)}
                  emit: {title: "{key} {many.count}", blame: many.peer, confidence: 0.5, severity: critical}
                """)
            .pattern();

    assertEquals(PatternKey.EDGE, pattern.key());
    assertEquals(Duration.ofMinutes(90), pattern.within());
    assertEquals(new Skip(Skip.Kind.TO_LAST, "many"), pattern.skip());
    assertEquals(99, pattern.bound());
    assertEquals(
        new Quantifier(2, Quantifier.UNBOUNDED, false, true, Follow.STRICT),
        pattern.stages().get(1).quantifier());
    assertEquals("e.count > 9", pattern.stages().get(1).until());
    assertTrue(pattern.stages().get(2).negated());
    assertEquals(Duration.ofMinutes(5), pattern.stages().get(3).within());
    assertEquals("critical", pattern.emit().severity());
    assertEquals("docs/x.md", pattern.emit().runbook());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "within: 15m | withn: 15m | sample.yaml:6:3: spec knows no key 'withn': did you mean"
            + " within?",
        "within: 15m | cooldown: 15m | 5:3: a pattern without bound",
        "key: service | key: servce | 5:8: 'key': 'servce' is none of",
        "e.version == deploy.version | e.versio == deploy.version | 11:45: there is no field"
            + " 'versio'",
        "e.version == deploy.version | e.version == errors2.version | 11:57: there is no 'errors2'"
            + " here",
        "e.version == deploy.version | e.version == 5 | 11:54: found no matching overload",
        "stage: errors | stage: deploy | 10:14: two stages are called 'deploy'",
        "stage: errors | stage: all | 'all' has another meaning",
        "stage: errors | stage: err-ors | a hyphen",
        "blame: deploy | blame: deplo | 12:60: no stage that takes events is called 'deplo': did"
            + " you mean deploy?",
        "{deploy.version} | {deploy.versio} | an event has no field 'versio': did you mean"
            + " version?",
        "confidence: 0.8 | confidence: 2 | no number from 0 to 1",
        "version: 1 | version: 0 | a whole number from 1",
        "severity: high | severity: hi | 'severity' is none of",
        "within: 15m | within: soon | no time such as",
        "kind: FailurePattern | kind: Pattern | 2:7: 'kind' is FailurePattern, not 'Pattern'",
        "id: deploy | id: &x deploy, owner: *x | no aliases",
        "id: deploy | id: deploy, id: other | the key 'id' is here twice",
        "within: 15m | within: [15m | no YAML"
      })
  void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String said) {
    Reading reading = PatternReader.read("sample.yaml", Samples.DEPLOY.replace(right, wrong));

    assertTrue(reading.document().isEmpty());
    assertTrue(reading.problems().toString().contains(said), reading.problems()::toString);
  }

  @Test
  void allThatIsWrongIsSaidAtOnceInTheOrderOfTheFile() {
    String text =
        Samples.DEPLOY
            .replace("key: service", "key: servce")
            .replace("deploy.version\n", "deplo.version\n")
            .replace("confidence: 0.8", "confidence: x");

    List<Problem> problems = PatternReader.read("sample.yaml", text).problems();

    assertEquals(List.of(5, 11, 12), problems.stream().map(Problem::line).toList());
  }

  @Test
  void aConditionOverLinesIsFoundInItsLine() {
    String text =
        Samples.DEPLOY.replace(
            "where: e.type == \"anomaly.opened\" && e.version == deploy.version",
            """
            where: |
                      e.type == "anomaly.opened" &&
                      e.nam == deploy.version\
            """);

    List<Problem> problems = PatternReader.read("sample.yaml", text).problems();

    assertEquals("sample.yaml:13:12", String.valueOf(problems.get(0)).substring(0, 17));
  }

  @Test
  void whatIsTooLargeOrTooDeepIsRefused() {
    String large = Samples.DEPLOY + "# " + "x".repeat(1_000_000);
    String deep = Samples.DEPLOY + "tests: " + "[".repeat(500) + "]".repeat(500);
    String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n";

    for (String text : List.of(large, deep, bomb, "", "- 1", "a: 1\n---\nb: 2\n")) {
      Reading reading = PatternReader.read("sample.yaml", text);
      assertTrue(reading.document().isEmpty());
      assertTrue(!reading.problems().isEmpty());
    }
  }

  @Test
  void patternsTravelAsTextAndAreCompiledWhereTheyRun() {
    assertEquals("deploy", new PatternTexts(List.of(Samples.DEPLOY)).load().get(0).pattern().id());
  }
}
