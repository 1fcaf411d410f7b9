// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;
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
    Owner nobody = new Owner(null, null, null, null, null, null);
    return new OpenCost(new FlowKey(0, nobody, "", "", false), new Flow());
  }

  @Override
  protected byte[] write(OpenCost cost) {
    FlowKey key = cost.key();
    Owner owner = key.owner();
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(key.hourMs());
    out.text(owner.tenant()).text(owner.team()).text(owner.feature());
    out.text(owner.agent()).text(owner.region()).text(owner.dataClass());
    out.text(key.provider()).text(key.model()).put(key.idle() ? 1 : 0);
    FlowCodec.write(cost.flow(), out);
    return out.toBytes();
  }

  @Override
  protected OpenCost read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    long hourMs = in.signed();
    Owner owner =
        new Owner(
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText());
    FlowKey key = new FlowKey(hourMs, owner, in.text(), in.text(), in.take() != 0);
    return new OpenCost(key, FlowCodec.read(in));
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
