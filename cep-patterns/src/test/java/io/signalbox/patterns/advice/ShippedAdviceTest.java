// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Advisor;
import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Experience;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Recommendation;
import io.signalbox.analytics.incidents.RunbookStep;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.incidents.Taxonomy;
import io.signalbox.analytics.signals.Change;
import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.PatternDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedAdviceTest {
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root", ".."));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AdviceCatalogue CATALOGUE = AdviceCatalogue.of(AdviceTexts.shipped());

  private static Incident incident(List<Evidence> evidence, List<Change> changes) {
    return new Incident(
        "i",
        1,
        IncidentStatus.OPEN,
        "",
        NOON,
        NOON,
        NOON,
        null,
        "",
        "major",
        List.of("payment"),
        List.of(new Suspect("payment", "service", null, 1, 1, evidence)),
        NOON,
        null,
        null,
        changes,
        List.of(),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  private static Evidence evidence(String kind, String subject) {
    return new Evidence(kind, subject, NOON, kind + " " + subject, 1, 0, 0, 1);
  }

  private static List<Recommendation> advice(Incident incident) {
    Advisor advisor = CATALOGUE.advisor();
    return advisor.advise(incident, new Experience()).recommendations();
  }

  @Test
  void everyFileIsUsableAndPassesItsTests() {
    assertEquals(List.of(), CATALOGUE.problems());
    Taxonomy taxonomy = CATALOGUE.taxonomy().taxonomy();
    for (AdviceTest test : CATALOGUE.taxonomy().tests()) {
      assertEquals(Optional.empty(), CATALOGUE.taxonomy().run(test), test.name());
    }
    for (RunbookDocument document : CATALOGUE.runbooks()) {
      assertTrue(!document.tests().isEmpty(), document.file());
      for (AdviceTest test : document.tests()) {
        String where = document.file() + ": " + test.name();
        assertEquals(Optional.empty(), document.run(test, taxonomy), where);
      }
    }
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    List<String> named = Files.readAllLines(ROOT.resolve("flink-conf/runbooks/index.txt"));
    try (Stream<Path> files = Files.list(ROOT.resolve("flink-conf/runbooks"))) {
      assertEquals(
          named,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList());
    }
  }

  @Test
  void theRunbookOfEveryPatternIsRecommendedWhenItIsRecognised() throws IOException {
    for (PatternDocument pattern :
        Catalogue.read(ROOT.resolve("flink-conf/patterns")).documents()) {
      Evidence recognised = evidence("pattern", pattern.pattern().id());
      Incident incident = incident(List.of(evidence("errors", "Get"), recognised), List.of());
      String document = pattern.pattern().emit().runbook();
      assertTrue(
          advice(incident).stream()
              .filter(one -> one.document().equals(document))
              .anyMatch(one -> one.evidence().equals(List.of(recognised.statement()))),
          pattern.pattern().id() + ": " + advice(incident));
    }
  }

  @Test
  void whatIsRecommendedIsRegisteredAndWrittenDown() {
    Set<String> used = new HashSet<>();
    for (RunbookDocument document : CATALOGUE.runbooks()) {
      for (RunbookStep step : document.rule().runbook().steps()) {
        if (step.action() != null) {
          used.add(step.action());
        }
      }
      Path page = ROOT.resolve(document.rule().runbook().document());
      assertTrue(Files.exists(page), page::toString);
    }
    assertEquals(CATALOGUE.actions().risks().keySet(), used);
  }

  @Test
  void errorsAfterADeploymentAreRolledBackFirstBecauseOfIt() {
    Change deployed = new Change("c", NOON, "", "payment", "deployed", "v2", "v1", "test", false);
    Recommendation first =
        advice(incident(List.of(evidence("errors", "Charge")), List.of(deployed))).get(0);

    assertEquals("Roll back v2 of payment to v1.", first.title());
    assertEquals(1, first.evidence().size());
    assertTrue(first.evidence().get(0).startsWith("payment: deployed"), first::toString);
  }

  @Test
  void whateverItIsThereIsSomethingToDo() {
    Incident strange = incident(List.of(evidence("metric", "moon.phase")), List.of());
    assertEquals("unknown", CATALOGUE.taxonomy().taxonomy().classify(strange));
    assertEquals("read-what-it-says", advice(strange).get(0).runbook());
  }
}
