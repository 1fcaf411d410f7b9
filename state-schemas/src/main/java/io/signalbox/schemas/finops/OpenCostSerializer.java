// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of what was used in an hour that is not over: version, key, sums. Version 1. */
public final class OpenCostSerializer extends BytesSerializer<OpenCost> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final OpenCostSerializer INSTANCE = new OpenCostSerializer();

  private static final int VERSION = 1;

  @Override
  public OpenCost createInstance() {
    return new OpenCost(FlowKeyCodec.NONE, new Flow());
  }

  @Override
  protected byte[] write(OpenCost cost) {
    LedgerWriter out = FlowKeyCodec.write(cost.key(), new LedgerWriter().put(VERSION));
    FlowCodec.write(cost.flow(), out);
    return out.toBytes();
  }

  @Override
  protected OpenCost read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    return new OpenCost(FlowKeyCodec.read(in), FlowCodec.read(in));
  }

  @Override
  public TypeSerializerSnapshot<OpenCost> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<OpenCost> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
