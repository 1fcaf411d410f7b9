// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.patterns.Sighting;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.patterns.SymptomWatch;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.LateBatches;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.LiveTables;
import io.signalbox.schemas.patterns.SymptomWatchCodec;
import io.signalbox.schemas.signals.SightingCodec;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives facts that an SRE knows their name, because a failure pattern is told in these and not in
 * points. Which table is in effect hangs on event time alone, so that a replay obeys the same; the
 * second input takes those that were accepted. What comes too late is counted where its points and
 * records are.
 */
public final class ReadSymptoms extends EventTimeFold<SignalBatch, Symptom, SymptomWatch>
    implements TwoInputStreamOperator<SignalBatch, AcceptedRule, Symptom> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "read-telemetry-symptoms";

  private static final long BYTES_OF_PLACE = 400;

  private static final MapStateDescriptor<Integer, AcceptedRule> TABLES =
      new MapStateDescriptor<>("tables", Types.INT, TypeInformation.of(AcceptedRule.class));

  private final List<AcceptedRule> initial;

  private transient LiveTables tables;
  private transient BroadcastState<Integer, AcceptedRule> stored;

  /**
   * Makes the operator.
   *
   * @param initial tables that hold until others do
   */
  public ReadSymptoms(List<AcceptedRule> initial) {
    super(new BatchOrder(), new SignalBatchType(), LateBatches.TAG);
    this.initial = List.copyOf(initial);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    stored = context.getOperatorStateStore().getBroadcastState(TABLES);
  }

  @Override
  public void open() throws Exception {
    super.open();
    List<AcceptedRule> all = new ArrayList<>(initial);
    stored.immutableEntries().forEach(entry -> all.add(entry.getValue()));
    tables = new LiveTables(all);
    int blind = tables.blindRows();
    getMetricGroup().gauge("signalbox_blind_symptom_rows", () -> blind);
  }

  @Override
  public void processElement1(StreamRecord<SignalBatch> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processElement2(StreamRecord<AcceptedRule> element) throws Exception {
    AcceptedRule table = element.getValue();
    tables.add(table);
    stored.put(table.version(), table);
    for (AcceptedRule forgotten : tables.forgetBefore(passedMs())) {
      stored.remove(forgotten.version());
    }
  }

  @Override
  protected String stateName() {
    return "symptom-watch";
  }

  @Override
  protected SymptomWatch decode(String key, byte @Nullable [] bytes) {
    ShardKey shard = SignalBatch.shardOf(key);
    SymptomWatch watch = new SymptomWatch(shard.environment(), shard.service());
    if (bytes != null) {
      SymptomWatchCodec.read(bytes, watch);
    }
    return watch;
  }

  @Override
  protected byte[] encode(SymptomWatch watch) {
    return SymptomWatchCodec.write(watch);
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(SymptomWatch watch) {
    return BYTES_OF_PLACE * (1 + watch.places());
  }

  @Override
  protected long bytesOfItem(SignalBatch batch) {
    return batch.payload().length;
  }

  @Override
  protected boolean isOver(SymptomWatch watch) {
    return watch.isEmpty();
  }

  @Override
  protected void fold(
      SymptomWatch watch, long tickMs, List<SignalBatch> batches, FoldOutput<Symptom> found) {
    List<Sighting> seen = new ArrayList<>();
    for (SignalBatch batch : batches) {
      seen.addAll(SightingCodec.read(batch.payload()));
    }
    seen.sort(Sighting.ORDER);
    watch.fold(tables.at(tickMs), seen, found::collect);
  }

  @Override
  protected void advance(SymptomWatch watch, long nowMs, FoldOutput<Symptom> found) {
    watch.advance(tables.at(nowMs), nowMs, found::collect);
  }

  @Override
  protected long nextWakeMs(SymptomWatch watch) {
    return watch.nextWakeMs();
  }
}
