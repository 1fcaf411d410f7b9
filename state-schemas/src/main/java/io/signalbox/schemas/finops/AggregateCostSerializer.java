// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of what is added to the sum of a period: version, minute, key, sum. Version 2. */
public final class AggregateCostSerializer extends BytesSerializer<AggregateCost> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final AggregateCostSerializer INSTANCE = new AggregateCostSerializer();

  private static final int VERSION = 2;
  private static final int EARLIER = 1;
  private static final Aggregate NONE = new Aggregate(CalendarWindow.HOUR, 0, null, Aggregate.ALL);

  @Override
  public AggregateCost createInstance() {
    return new AggregateCost(0, NONE, new CostSum());
  }

  @Override
  protected byte[] write(AggregateCost cost) {
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(cost.minuteMs());
    CostSumCodec.write(cost.sum(), out.text(cost.text()));
    return out.toBytes();
  }

  @Override
  protected AggregateCost read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION, EARLIER);
    long minuteMs = in.signed();
    Aggregate key = Aggregate.parse(in.text());
    return new AggregateCost(minuteMs, key, CostSumCodec.read(in));
  }

  @Override
  public TypeSerializerSnapshot<AggregateCost> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AggregateCost> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
