// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Bookkeeping;
import io.signalbox.analytics.finops.LivePrices;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.ShardClock;
import io.signalbox.schemas.finops.StoredUsage;
import io.signalbox.schemas.finops.StoredUsageSerializer;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageCodec;
import io.signalbox.schemas.finops.UsageKeySerializer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Charges usages, and charges them anew when one is revised or a price turns out otherwise, because
 * a bill that cannot be mended is wrong as soon as a price list was. What is remembered of a charge
 * is its usage alone: what was told of it follows from the prices.
 */
final class ChargeUsages extends EventTimeFold<UsageBatch, Posting, ShardClock>
    implements TwoInputStreamOperator<UsageBatch, PriceTelling, Posting> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;

  /** Identity of the operator in savepoints. */
  static final String UID = "charge-usages";

  /** What is not charged. */
  static final OutputTag<RefusedUsage> REFUSED =
      new OutputTag<>("refused-usages", TypeInformation.of(RefusedUsage.class));

  private static final MapStateDescriptor<StoredUsage, StoredUsage> CHARGED =
      new MapStateDescriptor<>(
          "charged", UsageKeySerializer.INSTANCE, StoredUsageSerializer.INSTANCE);

  private final byte[] catalogue;
  private final long retentionMs;

  private transient PricesInState prices;
  private transient PriceUsage pricing;
  private transient MapState<StoredUsage, StoredUsage> charged;
  private transient Bookkeeping books;
  private transient ChargedSums sums;
  private transient ModelsInUse inUse;
  private transient UsageCodec codec;
  private transient Counter repeated;
  private transient Counter refused;
  private transient Counter corrected;

  /** Event time of what is written now. */
  private transient long nowMs;

  /**
   * Makes the operator. Its second input takes what is told of prices.
   *
   * @param catalogue prices to begin with, as bytes
   * @param retentionMs how long a charge can be revised or corrected
   */
  ChargeUsages(byte[] catalogue, long retentionMs) {
    super(new UsageOrder(), new UsageBatchType());
    this.catalogue = catalogue.clone();
    this.retentionMs = retentionMs;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    prices = PricesInState.open(context.getOperatorStateStore(), catalogue);
  }

  @Override
  public void open() throws Exception {
    super.open();
    charged = getRuntimeContext().getMapState(CHARGED);
    pricing = new PriceUsage(prices.live().book());
    books = new Bookkeeping(this::post, this::refuse);
    sums = new ChargedSums(output);
    inUse = new ModelsInUse();
    codec = UsageCodec.knowing();
    repeated = getMetricGroup().counter("signalbox_repeated_usages");
    refused = getMetricGroup().counter("signalbox_refused_usages");
    corrected = getMetricGroup().counter("signalbox_repriced_usages");
  }

  @Override
  public void processElement1(StreamRecord<UsageBatch> element) throws Exception {
    processElement(element);
    sums.drain(nowMs);
  }

  /** Sums go out before the watermark that has released what they are of. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (timeServiceManager != null) {
      timeServiceManager.advanceWatermark(mark);
    }
    sums.drain(nowMs);
    super.processWatermark(mark);
  }

  @Override
  public void processElement2(StreamRecord<PriceTelling> element) throws Exception {
    PriceTelling telling = element.getValue();
    LivePrices.Change change = prices.take(telling);
    if (change == null) {
      return;
    }
    pricing = new PriceUsage(prices.live().book());
    if (inUse.mayHold(change)) {
      nowMs = telling.countsFromMs(passedMs());
      reprice(change, new PriceUsage(prices.live().before(change)));
      sums.drain(nowMs);
    }
  }

  private void reprice(LivePrices.Change change, PriceUsage before) throws Exception {
    ModelsInUse found = new ModelsInUse();
    getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            CHARGED,
            (shard, state) -> {
              for (Map.Entry<StoredUsage, StoredUsage> one : state.entries()) {
                StoredUsage stored = one.getValue();
                String model = stored.model();
                found.add(model, stored.atMs());
                if (ModelsInUse.isOf(model, change) && stored.atMs() >= change.fromMs()) {
                  corrected.inc();
                  String key = one.getKey().key();
                  books.reprice(stored.usage(key, codec), before, pricing, nowMs);
                }
              }
            });
    inUse = found;
    inUse.complete();
  }

  @Override
  protected String stateName() {
    return "charge-shard";
  }

  @Override
  protected ShardClock decode(String shard, byte @Nullable [] bytes) {
    return ShardClock.of(bytes);
  }

  @Override
  protected byte[] encode(ShardClock clock) {
    return clock.toBytes();
  }

  @Override
  protected boolean isOver(ShardClock clock) {
    return clock.isOver();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOfItem(UsageBatch batch) {
    return 64L + batch.bytes().length;
  }

  @Override
  protected void fold(
      ShardClock clock, long tickMs, List<UsageBatch> batches, FoldOutput<Posting> found) {
    clock.begin(tickMs);
    if (nowMs != tickMs + TICK_MS - 1) {
      sums.drain(nowMs); // sums of each second by themselves, whatever a watermark releases at once
      nowMs = tickMs + TICK_MS - 1;
    }
    for (UsageBatch batch : batches) {
      batch.forEach(this::take);
    }
  }

  private void take(StoredUsage stored) {
    try {
      StoredUsage other = charged.get(stored);
      if (other != null && stored.repeats(other)) {
        repeated.inc();
        return;
      }
      String key = stored.key();
      Usage usage = stored.usage(key, codec);
      if (other == null && usage.atMs() < horizonMs(nowMs)) {
        refuse(new Bookkeeping.Refused(usage, "older than the retention of charges", false, false));
        return;
      }
      Usage counted = other == null ? null : other.usage(key, codec);
      if (books.take(usage, counted, pricing, nowMs)) {
        charged.put(stored, stored);
        inUse.add(usage.model(), usage.atMs());
      }
    } catch (Exception e) {
      throw new IllegalStateException("state of usage " + stored.key() + " cannot be reached", e);
    }
  }

  private void post(Posting posting) {
    sums.add(posting);
    output.collect(new StreamRecord<>(posting, nowMs));
  }

  private void refuse(Bookkeeping.Refused one) {
    if (!one.withdrawn()) {
      refused.inc();
    }
    Usage usage = one.usage();
    RefusedUsage told =
        new RefusedUsage(
            usage.id(),
            Instant.ofEpochMilli(usage.atMs()),
            one.reason(),
            one.quarantined(),
            one.withdrawn(),
            "",
            usage.line(),
            usage.content());
    output.collect(REFUSED, new StreamRecord<>(told, nowMs));
  }

  /** Usages before that time are not remembered. */
  private long horizonMs(long atMs) {
    return ShardClock.dayOf(atMs) - retentionMs;
  }

  @Override
  protected void advance(ShardClock clock, long atMs, FoldOutput<Posting> found) {
    if (clock.isDue(atMs)) {
      try {
        clock.swept(atMs, sweep(horizonMs(atMs)));
      } catch (Exception e) {
        throw new IllegalStateException("state of usages cannot be reached", e);
      }
    }
  }

  /** Forgets what is too old, and says whether anything is left. */
  private boolean sweep(long horizonMs) throws Exception {
    boolean left = false;
    for (Iterator<StoredUsage> all = charged.values().iterator(); all.hasNext(); ) {
      if (all.next().atMs() < horizonMs) {
        all.remove();
      } else {
        left = true;
      }
    }
    if (!left) {
      charged.clear();
    }
    return left;
  }

  @Override
  protected long nextWakeMs(ShardClock clock) {
    return clock.sweepMs();
  }
}
