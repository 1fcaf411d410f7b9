// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Matcher;
import io.signalbox.patterns.automaton.Matches;
import io.signalbox.patterns.automaton.Seen;
import io.signalbox.patterns.flinkcep.CepMatches;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * An event of one key while many starts are open: each event begins one more, and the oldest runs
 * out. Nothing ever matches, as on most days.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OpenStartsBenchmark {
  private static final long WITHIN_MS = 600_000;
  private static final String STORY = "a b @" + WITHIN_MS;

  /** Starts that are open. */
  @Param({"2000"})
  private int open;

  private Matches ours = new Matcher(new CaseSource(STORY).load().get(0)).open();
  private CepMatches theirs = new CepMatches(new CaseSource(STORY), 0);
  private long next;

  /** Opens the starts in both. */
  @Setup
  public void fill(Blackhole sink) {
    for (int i = 0; i < open; i++) {
      Seen seen = event();
      ours.advance(seen.event().timeMs(), sink::consume);
      ours.take(seen, sink::consume);
      theirs.advance(seen.event().timeMs(), sink::consume);
      theirs.take(seen, sink::consume);
    }
  }

  private Seen event() {
    long sequence = next++;
    long timeMs = (sequence + 1) * WITHIN_MS / open;
    return new Seen(sequence, new PatternEvent("key", timeMs, "a", Map.of()));
  }

  /** The automaton. */
  @Benchmark
  public void automaton(Blackhole sink) {
    Seen seen = event();
    Consumer<Match> told = sink::consume;
    ours.advance(seen.event().timeMs(), told);
    ours.take(seen, told);
  }

  /** The NFA of flink-cep, without Flink around it. */
  @Benchmark
  public void flinkCep(Blackhole sink) {
    Seen seen = event();
    Consumer<Match> told = sink::consume;
    theirs.advance(seen.event().timeMs(), told);
    theirs.take(seen, told);
  }
}
