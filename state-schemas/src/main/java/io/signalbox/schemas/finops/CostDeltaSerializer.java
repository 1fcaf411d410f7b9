// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.CostView;
import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of what is added to a sum of costs: version, time, key, sum. Version 2. */
public final class CostDeltaSerializer extends BytesSerializer<CostDelta> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final CostDeltaSerializer INSTANCE = new CostDeltaSerializer();

  private static final int VERSION = 2;
  private static final int EARLIER = 1;
  private static final CostView[] VIEWS = CostView.values();

  @Override
  public CostDelta createInstance() {
    return new CostDelta(0, new CostCells.Key(CostView.MODEL, "", "", 0), new CostSum());
  }

  @Override
  protected byte[] write(CostDelta delta) {
    CostCells.Key key = delta.key();
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(delta.foundMs());
    out.count(key.view().ordinal()).text(key.tenant()).text(key.value()).signed(key.epochDay());
    CostSumCodec.write(delta.sum(), out);
    return out.toBytes();
  }

  @Override
  protected CostDelta read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION, EARLIER);
    long foundMs = in.signed();
    CostView view = VIEWS[(int) in.count()];
    CostCells.Key key = new CostCells.Key(view, in.text(), in.text(), in.signed());
    return new CostDelta(foundMs, key, CostSumCodec.read(in));
  }

  @Override
  public TypeSerializerSnapshot<CostDelta> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CostDelta> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
