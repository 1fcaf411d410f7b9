// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Matchers;
import io.signalbox.patterns.automaton.PatternLists;
import io.signalbox.patterns.automaton.Seen;
import io.signalbox.patterns.automaton.ShardCodec;
import io.signalbox.patterns.automaton.ShardMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A slice of what {@code ./signalbox evaluate patterns} does with more traces. */
class DifferentialTest {
  private static final int TRACES = 60;
  private static final int RESTORED_TRACES = 20;
  private static final long END_MS = 200_000;

  @Test
  void bothEnginesTellTheSameMatchesOfEveryPattern() {
    List<DifferentialResult> results =
        DifferentialRun.run(PatternCases.ALL, 20_261_125, TRACES, line -> {});
    for (DifferentialResult result : results) {
      assertEquals(List.of(), result.differences(), result.pattern());
    }
    long silent = results.stream().filter(result -> result.matches() == 0).count();
    assertTrue(silent <= 4, silent + " patterns of " + results.size() + " matched nothing");
    assertTrue(results.size() >= 40);
  }

  @Test
  void aShardThatIsWrittenAndReadAfterEachEventTellsTheSame() {
    for (String text : PatternCases.ALL) {
      PatternLists lists = new PatternLists(Matchers.of(new CaseSource(text).load()));
      SplittableRandom random = new SplittableRandom(text.hashCode());
      for (int i = 0; i < RESTORED_TRACES; i++) {
        List<Seen> events = Trace.random(random, List.of("a", "b", "c", "n"));
        ShardMatches straight = new ShardMatches(lists);
        ShardMatches restored = new ShardMatches(lists);
        List<Match> expected = new ArrayList<>();
        List<Match> actual = new ArrayList<>();
        for (Seen seen : events) {
          straight.take(seen.event(), expected::add);
          restored.take(seen.event(), actual::add);
          byte[] bytes = ShardCodec.write(straight);
          assertArrayEquals(bytes, ShardCodec.write(restored), text);
          restored = ShardCodec.read(bytes, lists);
        }
        straight.advance(END_MS, expected::add);
        restored.advance(END_MS, actual::add);
        assertEquals(expected, actual, text);
      }
    }
  }
}
