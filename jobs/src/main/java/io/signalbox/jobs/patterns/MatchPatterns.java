// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.patterns.automaton.KeyMatches;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Matchers;
import io.signalbox.patterns.automaton.PatternLists;
import io.signalbox.patterns.automaton.ShardCodec;
import io.signalbox.patterns.automaton.ShardMatches;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.language.Recognition;
import io.signalbox.schemas.patterns.PatternEventType;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Matches failure patterns, because a failure is a story and not one anomaly. The stream is keyed
 * by {@link KeyShard}; all patterns given see all events of a key.
 */
public final class MatchPatterns extends EventTimeFold<PatternEvent, PatternMatch, ShardMatches> {
  private static final long serialVersionUID = 1;
  private static final long BYTES_OF_PARTIAL = 256;
  private static final long BYTES_OF_SHARD = 512;

  /** Identity of the operator in savepoints. */
  public static final String UID = "match-patterns";

  /** Events that came after their tick was folded. */
  public static final OutputTag<PatternEvent> LATE =
      new OutputTag<>("late-pattern-events", new PatternEventType());

  private final PatternSource source;

  private transient @Nullable PatternLists lists;
  private transient @Nullable Matchers only;
  private transient Counter refused;
  private transient Counter cooled;
  private transient Counter dropped;

  /**
   * Makes the operator for patterns that stay as they are, so that events which fit none of them
   * need not be held.
   *
   * @param source where they are compiled
   */
  public MatchPatterns(PatternSource source) {
    super(new EventTicks(), new PatternEventType(), LATE);
    this.source = source;
  }

  @Override
  public void open() throws Exception {
    super.open();
    Matchers matchers = Matchers.of(source.load());
    only = matchers;
    lists = new PatternLists(matchers);
    refused = getMetricGroup().counter("signalbox_partial_matches_refused");
    cooled = getMetricGroup().counter("signalbox_matches_in_cooldown");
    dropped = getMetricGroup().counter("signalbox_partial_matches_dropped");
  }

  @Override
  public void processElement(StreamRecord<PatternEvent> element) throws Exception {
    if (only == null || only.concerns(element.getValue().type())) {
      super.processElement(element);
    }
  }

  private PatternLists lists() {
    if (lists == null) {
      throw new IllegalStateException("the operator is not open");
    }
    return lists;
  }

  @Override
  protected String stateName() {
    return "open-matches";
  }

  @Override
  protected ShardMatches decode(String key, byte @Nullable [] bytes) {
    return bytes == null ? new ShardMatches(lists()) : ShardCodec.read(bytes, lists());
  }

  @Override
  protected byte[] encode(ShardMatches shard) {
    return ShardCodec.write(shard);
  }

  @Override
  protected boolean isOver(ShardMatches shard) {
    return shard.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(ShardMatches shard) {
    return BYTES_OF_SHARD + BYTES_OF_PARTIAL * shard.keys();
  }

  @Override
  protected void fold(
      ShardMatches shard, long tickMs, List<PatternEvent> events, FoldOutput<PatternMatch> found) {
    for (PatternEvent event : events) {
      shard.take(event, match -> tell(match, found));
    }
    count(shard.tally());
  }

  @Override
  protected void advance(ShardMatches shard, long nowMs, FoldOutput<PatternMatch> found) {
    shard.advance(nowMs, match -> tell(match, found));
    count(shard.tally());
  }

  private static void tell(Match match, FoldOutput<PatternMatch> found) {
    found.collect(Recognition.of(match.pattern(), match.atMs(), match.events()));
  }

  private void count(KeyMatches.Tally tally) {
    refused.inc(tally.refused);
    cooled.inc(tally.cooled);
    dropped.inc(tally.dropped);
    tally.refused = 0;
    tally.cooled = 0;
    tally.dropped = 0;
  }

  @Override
  protected long nextWakeMs(ShardMatches shard) {
    return shard.wakeMs();
  }
}
