// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.flinkcep;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Seen;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Stage;
import io.signalbox.schemas.patterns.PatternEventSerializer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.time.TimerService;

/** The NFA of flink-cep for one key, in memory and without a cluster; the measure of ours. */
public final class CepMatches implements AutoCloseable {
  private static final TimerService NO_CLOCK =
      () -> {
        throw new IllegalStateException("patterns know event time only");
      };

  private final FailurePattern pattern;
  private final NFA<PatternEvent> nfa;
  private final AfterMatchSkipStrategy skip;
  private final MapsInMemory maps = new MapsInMemory();
  private final SharedBuffer<PatternEvent> buffer;
  private NFAState state;

  /**
   * Opens a key.
   *
   * @param source where the pattern is compiled
   * @param index its index there
   * @throws io.signalbox.patterns.automaton.UnsupportedPattern when flink-cep cannot say it
   */
  public CepMatches(PatternSource source, int index) {
    pattern = source.load().get(index).pattern();
    Pattern<PatternEvent, ?> built = CepPatterns.of(source, index);
    skip = built.getAfterMatchSkipStrategy();
    nfa = NFACompiler.compileFactory(built, false).createNFA();
    buffer = new SharedBuffer<>(maps, PatternEventSerializer.INSTANCE);
    state = nfa.createInitialNFAState();
  }

  /** Forgets everything. */
  public void clear() {
    maps.clear();
    state = nfa.createInitialNFAState();
  }

  /** Lets time pass. */
  public void advance(long timeMs, Consumer<Match> told) {
    try (SharedBufferAccessor<PatternEvent> accessor = buffer.getAccessor()) {
      tell(nfa.advanceTime(accessor, state, timeMs, skip).f0, timeMs, told);
    } catch (Exception problem) {
      throw new IllegalStateException("flink-cep failed on " + pattern.id(), problem);
    }
  }

  /** Takes the next event. */
  public void take(Seen seen, Consumer<Match> told) {
    PatternEvent event = seen.event();
    try (SharedBufferAccessor<PatternEvent> accessor = buffer.getAccessor()) {
      tell(
          nfa.process(accessor, state, event, event.timeMs(), skip, NO_CLOCK),
          event.timeMs(),
          told);
    } catch (Exception problem) {
      throw new IllegalStateException("flink-cep failed on " + pattern.id(), problem);
    }
  }

  private void tell(
      Collection<Map<String, List<PatternEvent>>> found, long atMs, Consumer<Match> told) {
    for (Map<String, List<PatternEvent>> events : found) {
      List<List<PatternEvent>> byStage = new ArrayList<>();
      for (Stage stage : pattern.stages()) {
        byStage.add(events.getOrDefault(stage.name(), List.of()));
      }
      told.accept(new Match(pattern, atMs, byStage));
    }
  }

  /** True when nothing but the start is left. */
  public boolean isEmpty() {
    return state.getPartialMatches().size() == 1 && state.getCompletedMatches().isEmpty();
  }

  @Override
  public void close() {
    buffer.releaseCacheStatisticsTimer();
  }
}
