// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.schemas.signals.BytesSerializer;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * Bytes of a decision or an outcome on the way to the other: version, id, time, both. Version 1.
 */
public final class DecisionItemSerializer extends BytesSerializer<DecisionItem> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final DecisionItemSerializer INSTANCE = new DecisionItemSerializer();

  private static final int VERSION = 1;

  @Override
  public DecisionItem createInstance() {
    return new DecisionItem("", 0, null, null);
  }

  @Override
  protected byte[] write(DecisionItem item) {
    FlatWriter out = new FlatWriter(VERSION).text(item.id()).signed(item.foundMs());
    FlatFields.writeOptional(out, item.decision(), DecisionFields::write);
    FlatFields.writeOptional(out, item.outcome(), DecisionFields::write);
    return out.toBytes();
  }

  @Override
  protected DecisionItem read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    return new DecisionItem(
        in.text(),
        in.signed(),
        FlatFields.optional(in, DecisionFields::decision),
        FlatFields.optional(in, DecisionFields::outcome));
  }

  @Override
  public TypeSerializerSnapshot<DecisionItem> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DecisionItem> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
