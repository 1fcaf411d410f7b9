// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryFigureTest {
  private static final Scenario DEPLOY = Scenario.all().get(6);
  private static final Truth.Entry TRUTH = Simulation.foretell(DEPLOY.world(1)).faults().get(0);

  @TempDir Path folder;

  @Test
  void thereIsAScenarioForEachOfTwentyFiveStories() {
    List<Scenario> all = Scenario.all();
    assertEquals(25, all.size());
    assertEquals(25, all.stream().map(Scenario::label).distinct().count());
    assertEquals(25, all.stream().map(s -> s.fault().kind().pattern()).distinct().count());
    for (Scenario scenario : all) {
      Truth.Entry truth = Simulation.foretell(scenario.world(1)).faults().get(0);
      assertFalse(truth.pattern().isEmpty(), scenario.label());
      assertTrue(scenario.world(1).vitals());
    }
  }

  @Test
  void theFirstMatchOfThePatternWithinTheWindowCounts() throws IOException {
    FoundMatches found =
        found(
            match("pool-exhaustion", "cart", "", -60),
            match(TRUTH.pattern(), "checkout", "payment", 95.5),
            match(TRUTH.pattern(), "payment", "payment", 300),
            match("retry-storm", "frontend", "", 120),
            match("retry-storm", "frontend", "", 500));
    StoryFigure figure = StoryFigure.of(DEPLOY, TRUTH, found);
    assertTrue(figure.matched() && figure.culprit());
    assertEquals(95.5, figure.delaySeconds());
    assertEquals(List.of("retry-storm"), figure.others());
    assertEquals(1, figure.early());
    List<String> row = PatternTables.stories(List.of(figure)).rows().get(0);
    assertEquals(
        List.of("7 bad-deploy", TRUTH.pattern(), "yes", "96 s", "payment", "retry-storm", "1"),
        row);
  }

  @Test
  void aMatchLongAfterTheFaultDoesNotCount() throws IOException {
    StoryFigure late =
        StoryFigure.of(DEPLOY, TRUTH, found(match(TRUTH.pattern(), "payment", "", 12 * 60 + 901)));
    assertFalse(late.matched());
    assertEquals(-1, late.delaySeconds());
    StoryFigure justInTime =
        StoryFigure.of(DEPLOY, TRUTH, found(match(TRUTH.pattern(), "checkout", "", 12 * 60 + 899)));
    assertTrue(justInTime.matched());
    assertFalse(justInTime.culprit());
    assertEquals("checkout", justInTime.accused());
  }

  @Test
  void falseMatchesAreCountedPerWeekOfAService() throws IOException {
    StringBuilder minutes = new StringBuilder();
    for (int i = 0; i < 1_008; i++) {
      String at = Instant.EPOCH.plusSeconds(60L * i).toString();
      minutes.append("{\"service\":\"a\",\"start_at\":\"" + at + "\"}\n");
      minutes.append("{\"service\":\"\",\"start_at\":\"" + at + "\"}\n");
    }
    FoundMatches found = foundIn(minutes.toString(), match("disk-full", "a", "", 1));
    QuietFigure figure = QuietFigure.of("quiet", found);
    assertEquals(0.1, figure.serviceWeeks(), 1e-12);
    assertEquals(10, figure.perServiceWeek(), 1e-9);
    assertEquals(
        List.of("quiet", "0.100", "1", "10.00", "disk-full"),
        PatternTables.quiet(List.of(figure)).rows().get(0));
  }

  @Test
  void aReplayWithoutMatchesToReadIsAnError() {
    assertThrows(NoSuchFileException.class, () -> FoundMatches.read(folder));
  }

  private FoundMatches found(String... matches) throws IOException {
    return foundIn("", matches);
  }

  private FoundMatches foundIn(String minutes, String... matches) throws IOException {
    Files.writeString(folder.resolve("telemetry-quality.jsonl"), minutes);
    Files.writeString(
        folder.resolve("pattern-matches.jsonl"),
        List.of(matches).stream().collect(Collectors.joining("\n", "", "\n")));
    return FoundMatches.read(folder);
  }

  private static String match(String pattern, String service, String blame, double seconds) {
    Instant at = TRUTH.startedAt().plusMillis((long) (seconds * 1e3));
    return String.format(
        "{\"id\":\"1\",\"pattern\":\"%s\",\"version\":1,\"key\":\"production/%s\","
            + "\"environment\":\"production\",\"service\":\"%s\",\"blame\":\"%s\","
            + "\"title\":\"t\",\"severity\":\"high\",\"confidence\":0.8,\"runbook\":\"\","
            + "\"started_at\":\"%s\",\"matched_at\":\"%s\",\"stages\":[]}",
        pattern, service, service, blame, at, at);
  }
}
