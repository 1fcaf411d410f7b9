// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.Workload;
import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of what is added to the day of a workload: version, hour, workload, day. Version 1. */
public final class DemandPartSerializer extends BytesSerializer<DemandPart> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final DemandPartSerializer INSTANCE = new DemandPartSerializer();

  private static final int VERSION = 1;

  @Override
  public DemandPart createInstance() {
    return new DemandPart(0, new Workload(null, null, null), new Demand(0, 1));
  }

  @Override
  protected byte[] write(DemandPart part) {
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(part.hourMs());
    DemandCodec.write(part.day(), out.text(part.text()));
    return out.toBytes();
  }

  @Override
  protected DemandPart read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    return new DemandPart(in.signed(), Workload.parse(in.text()), DemandCodec.read(in));
  }

  @Override
  public TypeSerializerSnapshot<DemandPart> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DemandPart> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
