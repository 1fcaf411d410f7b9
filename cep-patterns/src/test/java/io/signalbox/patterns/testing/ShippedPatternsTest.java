// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.language.EventOrder;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.PatternDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue that ships, by the tests that its patterns carry. */
class ShippedPatternsTest {
  private static final Path ROOT = Path.of("..");
  private static final int STORIES = 25;

  private static List<PatternDocument> documents = List.of();

  @BeforeAll
  static void read() throws IOException {
    Catalogue catalogue = Catalogue.read(ROOT.resolve("flink-conf/patterns"));
    assertEquals(List.of(), catalogue.problems());
    documents = catalogue.documents();
  }

  @Test
  void allTwentyFiveStoriesAreTold() {
    TreeSet<String> numbers = new TreeSet<>();
    for (PatternDocument document : documents) {
      numbers.add(String.valueOf(Path.of(document.file()).getFileName()).substring(0, 2));
    }
    assertEquals(STORIES, documents.size());
    assertEquals(STORIES, numbers.size());
    assertEquals("01", numbers.first());
    assertEquals("25", numbers.last());
  }

  @Test
  void everyPatternSaysWhereItWasSeenAndWhatToDo() {
    for (PatternDocument document : documents) {
      String id = document.pattern().id();
      assertTrue(!document.metadata().source().isEmpty(), id);
      assertTrue(!document.metadata().description().isEmpty(), id);
      assertEquals("docs/runbooks/" + id + ".md", document.pattern().emit().runbook());
      assertTrue(Files.exists(ROOT.resolve(document.pattern().emit().runbook())), id);
    }
  }

  @Test
  void everyPatternCarriesThreeTestsThatFindThreeThatDoNotAndOneOutOfOrder() {
    for (PatternDocument document : documents) {
      List<PatternTest> tests = document.tests();
      long finding = tests.stream().filter(test -> test.expect().count() > 0).count();
      String id = document.pattern().id();
      assertTrue(finding >= 3, id);
      assertTrue(tests.size() - finding >= 3, id);
      assertTrue(tests.stream().anyMatch(test -> !test.arrives().isEmpty()), id);
    }
  }

  @Test
  void everyPatternPassesTheTestsThatItCarries() {
    Runner runner = new Runner(new AutomatonEngine());
    for (PatternDocument document : documents) {
      for (PatternTest test : document.tests()) {
        assertEquals(
            Optional.empty(),
            runner.run(document.pattern(), test),
            document.pattern().id() + ": " + test.name());
      }
    }
  }

  @Test
  void bothEnginesFindTheSameOnAllTests() {
    int compared = 0;
    for (PatternDocument document : documents) {
      FailurePattern pattern = withoutCooldown(document.pattern());
      for (PatternTest test : document.tests()) {
        compared += agree(pattern, test) ? 1 : 0;
      }
    }
    assertTrue(compared > 200, "compared " + compared);
  }

  /**
   * False when flink-cep cannot say the pattern. The moment of a match that waits for its time to
   * run out depends on how far the watermark leaps, so that only what was taken is compared.
   */
  private static boolean agree(FailurePattern pattern, PatternTest test) {
    List<PatternEvent> events = test.events().stream().sorted(EventOrder.ORDER).toList();
    long end = events.get(events.size() - 1).timeMs() + Duration.ofDays(400).toMillis();
    List<String> byFlink;
    try {
      byFlink = taken(new FlinkCepEngine().run(pattern, events, end));
    } catch (UnsupportedPattern other) {
      return false;
    }
    List<String> byAutomaton = taken(new AutomatonEngine().run(pattern, events, end));
    assertEquals(byFlink, byAutomaton, pattern.id() + ": " + test.name());
    return true;
  }

  private static List<String> taken(List<PatternMatch> matches) {
    return matches.stream().map(match -> match.key() + match.stages()).sorted().toList();
  }

  private static FailurePattern withoutCooldown(FailurePattern pattern) {
    return new FailurePattern(
        pattern.id(),
        pattern.version(),
        pattern.key(),
        pattern.stages(),
        pattern.within(),
        pattern.skip(),
        Duration.ZERO,
        pattern.bound(),
        pattern.emit());
  }
}
