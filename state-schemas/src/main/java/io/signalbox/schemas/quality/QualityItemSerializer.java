// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.schemas.signals.BytesSerializer;
import io.signalbox.schemas.signals.ChangeCodec;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of what is folded with the answers of a service. Version 2; reads 1. */
public final class QualityItemSerializer extends BytesSerializer<QualityItem> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final QualityItemSerializer INSTANCE = new QualityItemSerializer();

  private static final int OLDEST = 1;
  private static final int VERSION = 2;

  @Override
  public QualityItem createInstance() {
    return new QualityItem(0, null, null);
  }

  @Override
  protected byte[] write(QualityItem item) {
    FlatWriter out = new FlatWriter(VERSION).signed(item.foundMs());
    FlatFields.writeOptional(out, item.observation(), AnswerFields::write);
    FlatFields.writeOptional(out, item.change(), ChangeCodec::write);
    return out.toBytes();
  }

  @Override
  protected QualityItem read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, OLDEST, VERSION);
    return new QualityItem(
        in.signed(),
        FlatFields.optional(in, AnswerFields::observation),
        FlatFields.optional(in, part -> ChangeCodec.read(part, true)));
  }

  @Override
  public TypeSerializerSnapshot<QualityItem> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<QualityItem> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
