// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.language.FailurePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.cep.configuration.SharedBufferCacheConfig;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;

/** Matches by the automaton of flink-cep, without a job: one for each key, in memory. */
public final class CepEngine implements Engine {
  private static final int SLOTS = 1024;

  @Override
  public List<PatternMatch> run(FailurePattern pattern, List<PatternEvent> events, long endMs) {
    Map<String, List<PatternEvent>> byKey = new TreeMap<>();
    events.forEach(
        event -> byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event));
    List<PatternMatch> found = new ArrayList<>();
    byKey.values().forEach(ofKey -> found.addAll(runKey(pattern, ofKey, endMs)));
    found.sort(
        Comparator.comparing(PatternMatch::matchedAt)
            .thenComparing(PatternMatch::key)
            .thenComparing(PatternMatch::id));
    return found;
  }

  private static List<PatternMatch> runKey(
      FailurePattern pattern, List<PatternEvent> events, long endMs) {
    var found = new FoundMatches(pattern, events);
    NFA<Integer> nfa = NFACompiler.compileFactory(CepPattern.of(pattern, events), true).createNFA();
    NFAState state = nfa.createInitialNFAState();
    AfterMatchSkipStrategy skip = CepPattern.skip(pattern.skip());
    var buffer =
        new SharedBuffer<>(
            new MemoryStore(),
            IntSerializer.INSTANCE,
            new SharedBufferCacheConfig(SLOTS, SLOTS, Duration.ofDays(1)));
    buffer.releaseCacheStatisticsTimer();
    try (SharedBufferAccessor<Integer> accessor = buffer.getAccessor()) {
      for (int i = 0; i < events.size(); i++) {
        long now = events.get(i).timeMs();
        found.closed(advance(nfa, accessor, state, now, skip));
        found.completed(nfa.process(accessor, state, i, now, skip, () -> now), now);
      }
      found.closed(advance(nfa, accessor, state, endMs, skip));
    } catch (Exception problem) {
      throw new IllegalStateException("flink-cep failed: " + problem.getMessage(), problem);
    }
    return found.afterCooldown();
  }

  private static Collection<Map<String, List<Integer>>> advance(
      NFA<Integer> nfa,
      SharedBufferAccessor<Integer> accessor,
      NFAState state,
      long now,
      AfterMatchSkipStrategy skip)
      throws Exception {
    return nfa.advanceTime(accessor, state, now, skip).f0;
  }
}
