// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.RiskTier;
import io.signalbox.patterns.reading.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceFilesTest {
  private static final String RUNBOOK =
      """
      apiVersion: signalbox/v1
      kind: Runbook
      id: restart
      title: Restart {node}.
      owner: sre
      risk: low
      document: docs/runbooks/x.md
      when: i.class == "resource.memory"
      steps:
        - {what: Restart it., action: service.restart}
      rollback: None.
      tests:
        - name: memory
          incident: {class: resource.memory}
          applies: true
      """;
  private static final Map<String, RiskTier> ACTIONS =
      Map.of("service.restart", RiskTier.LOW, "zone.drain", RiskTier.HIGH);

  private static List<String> problems(String from, String to) {
    assertTrue(RUNBOOK.contains(from), from);
    RunbookReader.Reading reading =
        RunbookReader.read(new NamedText("r.yaml", RUNBOOK.replace(from, to)), ACTIONS);
    assertEquals(reading.problems().isEmpty(), reading.document().isPresent());
    return reading.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void aGoodRunbookIsRead() {
    assertEquals(List.of(), problems("owner: sre", "owner: sre"));
  }

  @Test
  void whatIsWrongIsToldWithFileLineColumnAndReason() {
    assertEquals(
        List.of(
            "r.yaml:10:33: 'service.restrat' is no registered action: did you mean"
                + " 'service.restart'?"),
        problems("service.restart", "service.restrat"));
    assertEquals(
        List.of("r.yaml:10:33: 'zone.drain' is riskier than the runbook says it is"),
        problems("service.restart", "zone.drain"));
    assertEquals(
        List.of("r.yaml:8:8: there is no field 'clas': did you mean 'class'?"),
        problems("i.class", "i.clas"));
    assertEquals(
        List.of(
            "r.yaml:4:8: there is no place {host}: there are [node, version, previous, subject]"),
        problems("{node}", "{host}"));
  }

  @Test
  void aConditionCanAskWhatAnIncidentCosts() {
    String hit =
        "objectives: [{id: a, burnt_share: 0.3, users: 40, money_at_risk: 999.99, currency: EUR},"
            + " {id: b, service: web, bad: 7}]";
    assertTrue(holds("i.budget_burnt >= 0.25 && i.users == 40", hit));
    assertTrue(holds("i.objectives.exists(o, o.service == 'web' && o.bad == 7)", hit));
    assertTrue(holds("i.money_at_risk.exists(m, m.currency == 'EUR' && m.amount == 999)", hit));
    assertTrue(!holds("i.money_at_risk.exists(m, m.amount >= 1000)", hit));
    assertTrue(holds("i.objectives == [] && i.budget_burnt == 0.0 && i.users == 0", "class: c"));
    assertEquals(
        List.of("r.yaml:8:8: there is no field 'budget_burn': did you mean 'budget_burnt'?"),
        problems("i.class == \"resource.memory\"", "i.budget_burn > 0.1"));
  }

  private static boolean holds(String condition, String facts) {
    String text =
        RUNBOOK
            .replace("i.class == \"resource.memory\"", "\"" + condition + "\"")
            .replace("{class: resource.memory}", "{" + facts + "}");
    RunbookReader.Reading reading = RunbookReader.read(new NamedText("r.yaml", text), ACTIONS);
    assertEquals(List.of(), reading.problems());
    RunbookDocument runbook = reading.document().orElseThrow();
    return runbook.rule().when().test(runbook.tests().get(0).incident());
  }

  @Test
  void aConditionThatIsNoneOrDoesTooMuchIsRefused() {
    assertTrue(problems("i.class == \"resource.memory\"", "i.class").get(0).contains(":8:"));
    assertTrue(problems("i.class ==", "j.class ==").get(0).contains("there is no 'j' here"));
    assertTrue(
        problems("i.class == \"resource.memory\"", "dyn(i.class) == 1")
            .get(0)
            .contains("dyn() is not allowed"));
  }

  @Test
  void whatIsMissingIsTold() {
    assertEquals(1, problems("owner: sre\n", "").size());
    assertEquals(1, problems("risk: low\n", "").size());
    assertEquals(
        "r.yaml:1:1: no 'rollback': how is it taken back?",
        problems("rollback: None.\n", "").get(0));
    assertEquals(1, problems("owner: sre", "owner: sre\ncolor: red").size());
  }

  @Test
  void aTestThatFailsSaysWhatCameOut() {
    RunbookDocument document =
        RunbookReader.read(
                new NamedText("r.yaml", RUNBOOK.replace("applies: true", "applies: false")),
                ACTIONS)
            .document()
            .orElseThrow();
    AdviceTest test = document.tests().get(0);
    assertEquals(
        "applies: true (class resource.memory)",
        document.run(test, AdviceCatalogue.of(AdviceTexts.shipped()).taxonomy().taxonomy()).get());
  }

  @Test
  void aCatalogueWithAFaultIsRefusedWhole() {
    AdviceTexts shipped = AdviceTexts.shipped();
    NamedText good = new NamedText("a.yaml", RUNBOOK);
    AdviceCatalogue twice =
        AdviceCatalogue.of(
            new AdviceTexts(
                shipped.taxonomy(),
                shipped.actions(),
                List.of(good, new NamedText("b.yaml", RUNBOOK))));
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, twice::advisor);
    assertEquals("b.yaml:1:1: the id 'restart' is that of a.yaml, too", refused.getMessage());
  }

  @Test
  void classesAndActionsAreNamedOnceAndInTheirForm() {
    NamedText taxonomy =
        new NamedText(
            "t.yaml",
            """
            apiVersion: signalbox/v1
            kind: Taxonomy
            classes:
              - {class: a.b, what: One., when: "true"}
              - {class: a.b, what: Two., when: "true"}
              - {class: none, what: Three., when: "true"}
            """);
    assertEquals(
        List.of(5, 6), TaxonomyFile.read(taxonomy).problems().stream().map(Problem::line).toList());
    NamedText actions =
        new NamedText("a.yaml", "actions: [{name: Restart, risk: some, what: It.}]\n");
    assertEquals(2, ActionFile.read(actions).problems().size());
  }
}
