// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.patterns.automaton.KeyMatches;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Matchers;
import io.signalbox.patterns.automaton.ShardCodec;
import io.signalbox.patterns.automaton.ShardMatches;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.LiveMatchers;
import io.signalbox.patterns.language.EventOrder;
import io.signalbox.patterns.language.Recognition;
import io.signalbox.schemas.patterns.EventBatch;
import io.signalbox.schemas.patterns.EventBatchType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Matches failure patterns, because a failure is a story and not one anomaly. The stream is keyed
 * by {@link KeyShard}; a pattern sees the events of the keys that are of its kind.
 */
public final class MatchPatterns extends EventTimeFold<EventBatch, PatternMatch, ShardMatches>
    implements TwoInputStreamOperator<EventBatch, AcceptedRule, PatternMatch> {
  private static final long serialVersionUID = 1;
  private static final long BYTES_OF_PARTIAL = 256;
  private static final long BYTES_OF_SHARD = 512;
  private static final long BYTES_OF_BATCH = 64;

  /** Identity of the operator in savepoints. */
  public static final String UID = "match-patterns";

  private static final MapStateDescriptor<String, AcceptedRule> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, TypeInformation.of(AcceptedRule.class));

  private final List<AcceptedRule> initial;

  private transient @Nullable LiveMatchers live;
  private transient BroadcastState<String, AcceptedRule> rules;
  private transient Counter refused;
  private transient Counter cooled;
  private transient Counter dropped;

  /**
   * Makes the operator. Its second input takes rules that were accepted. Every event is held,
   * because a rule that may want it can come before its time has passed.
   *
   * @param initial rules that hold from the beginning
   */
  public MatchPatterns(List<AcceptedRule> initial) {
    super(new EventTicks(), new EventBatchType());
    this.initial = List.copyOf(initial);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    rules = context.getOperatorStateStore().getBroadcastState(RULES);
  }

  @Override
  public void open() throws Exception {
    super.open();
    List<AcceptedRule> all = new ArrayList<>(initial);
    rules.immutableEntries().forEach(entry -> all.add(entry.getValue()));
    live = new LiveMatchers(all);
    refused = getMetricGroup().counter("signalbox_partial_matches_refused");
    cooled = getMetricGroup().counter("signalbox_matches_in_cooldown");
    dropped = getMetricGroup().counter("signalbox_partial_matches_dropped");
  }

  @Override
  public void processElement1(StreamRecord<EventBatch> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processElement2(StreamRecord<AcceptedRule> element) throws Exception {
    AcceptedRule rule = element.getValue();
    live().add(rule);
    rules.put(name(rule), rule);
    for (AcceptedRule forgotten : live().forgetBefore(passedMs())) {
      rules.remove(name(forgotten));
    }
  }

  private static String name(AcceptedRule rule) {
    return rule.id() + "/" + rule.version();
  }

  private LiveMatchers live() {
    if (live == null) {
      throw new IllegalStateException("the operator is not open");
    }
    return live;
  }

  @Override
  protected String stateName() {
    return "open-matches";
  }

  @Override
  protected ShardMatches decode(String key, byte @Nullable [] bytes) {
    return bytes == null
        ? new ShardMatches(live().lists())
        : ShardCodec.read(bytes, live().lists());
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
  protected long bytesOfItem(EventBatch batch) {
    return BYTES_OF_BATCH + batch.sections().length;
  }

  @Override
  protected boolean concerns(long tickMs, List<EventBatch> batches) {
    Matchers matchers = live().lists().at(tickMs);
    for (EventBatch batch : batches) {
      if (batch.holds(matchers::concerns)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void fold(
      ShardMatches shard, long tickMs, List<EventBatch> batches, FoldOutput<PatternMatch> found) {
    List<PatternEvent> events = new ArrayList<>();
    for (EventBatch batch : batches) {
      batch.read(shard.matchers()::concerns, events::add);
    }
    events.sort(EventOrder.ORDER);
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
