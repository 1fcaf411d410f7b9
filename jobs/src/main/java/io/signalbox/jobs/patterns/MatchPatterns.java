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
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.LiveMatchers;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.language.Recognition;
import io.signalbox.schemas.patterns.PatternEventType;
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
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Matches failure patterns, because a failure is a story and not one anomaly. The stream is keyed
 * by {@link KeyShard}; a pattern sees the events of the keys that are of its kind.
 */
public final class MatchPatterns extends EventTimeFold<PatternEvent, PatternMatch, ShardMatches>
    implements TwoInputStreamOperator<PatternEvent, AcceptedRule, PatternMatch> {
  private static final long serialVersionUID = 1;
  private static final long BYTES_OF_PARTIAL = 256;
  private static final long BYTES_OF_SHARD = 512;

  /** Identity of the operator in savepoints. */
  public static final String UID = "match-patterns";

  /** Events that came after their tick was folded. */
  public static final OutputTag<PatternEvent> LATE =
      new OutputTag<>("late-pattern-events", new PatternEventType());

  private static final MapStateDescriptor<String, AcceptedRule> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, TypeInformation.of(AcceptedRule.class));

  private final @Nullable PatternSource source;
  private final List<AcceptedRule> initial;

  private transient @Nullable PatternLists lists;
  private transient @Nullable Matchers only;
  private transient @Nullable LiveMatchers live;
  private transient BroadcastState<String, AcceptedRule> rules;
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
    this.initial = List.of();
  }

  /**
   * Makes the operator for rules that come and go: its second input takes those that were accepted.
   * Every event is held then, because a rule that may want it can come before its time has passed.
   *
   * @param initial rules that hold from the beginning
   */
  public MatchPatterns(List<AcceptedRule> initial) {
    super(new EventTicks(), new PatternEventType(), LATE);
    this.source = null;
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
    if (source == null) {
      List<AcceptedRule> all = new ArrayList<>(initial);
      rules.immutableEntries().forEach(entry -> all.add(entry.getValue()));
      live = new LiveMatchers(all);
      lists = live.lists();
    } else {
      only = Matchers.of(source.load());
      lists = new PatternLists(only);
    }
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

  @Override
  public void processElement1(StreamRecord<PatternEvent> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processElement2(StreamRecord<AcceptedRule> element) throws Exception {
    AcceptedRule rule = element.getValue();
    if (live == null) {
      throw new IllegalStateException("these patterns stay as they are");
    }
    live.add(rule);
    rules.put(name(rule), rule);
    for (AcceptedRule forgotten : live.forgetBefore(passedMs())) {
      rules.remove(name(forgotten));
    }
  }

  private static String name(AcceptedRule rule) {
    return rule.id() + "/" + rule.version();
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
