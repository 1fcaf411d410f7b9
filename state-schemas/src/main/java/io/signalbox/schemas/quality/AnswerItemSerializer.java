// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.schemas.signals.BytesSerializer;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of an answer or a mark of one on the way to the other. Version 2; reads 1. */
public final class AnswerItemSerializer extends BytesSerializer<AnswerItem> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final AnswerItemSerializer INSTANCE = new AnswerItemSerializer();

  private static final int OLDEST = 1;
  private static final int VERSION = 2;

  @Override
  public AnswerItem createInstance() {
    return new AnswerItem("", 0, null, false, null);
  }

  @Override
  protected byte[] write(AnswerItem item) {
    FlatWriter out = new FlatWriter(VERSION).text(item.key()).signed(item.foundMs());
    FlatFields.writeOptional(out, item.answer(), AnswerFields::write);
    out.flag(item.counted());
    FlatFields.writeOptional(out, item.mark(), AnswerFields::write);
    return out.toBytes();
  }

  @Override
  protected AnswerItem read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, OLDEST, VERSION);
    return new AnswerItem(
        in.text(),
        in.signed(),
        FlatFields.optional(in, AnswerFields::answer),
        in.flag(),
        FlatFields.optional(in, AnswerFields::mark));
  }

  @Override
  public TypeSerializerSnapshot<AnswerItem> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AnswerItem> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
