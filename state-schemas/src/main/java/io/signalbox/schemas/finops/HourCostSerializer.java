// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * Bytes of what was told of an hour by all that is told apart: version, time, key, sum. Version 2.
 */
public final class HourCostSerializer extends BytesSerializer<HourCost> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final HourCostSerializer INSTANCE = new HourCostSerializer();

  private static final int VERSION = 2;
  private static final int EARLIER = 1;

  @Override
  public HourCost createInstance() {
    return new HourCost(0, FlowKeyCodec.NONE, new CostSum());
  }

  @Override
  protected byte[] write(HourCost cost) {
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(cost.toldMs());
    CostSumCodec.write(cost.sum(), FlowKeyCodec.write(cost.key(), out));
    return out.toBytes();
  }

  @Override
  protected HourCost read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION, EARLIER);
    return new HourCost(in.signed(), FlowKeyCodec.read(in), CostSumCodec.read(in));
  }

  @Override
  public TypeSerializerSnapshot<HourCost> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<HourCost> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
