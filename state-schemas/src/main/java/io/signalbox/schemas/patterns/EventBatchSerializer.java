// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.schemas.signals.ImmutableSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a batch: version (1), shard (2), tick (8), number of bytes (4), sections. Version 1. */
public final class EventBatchSerializer extends ImmutableSerializer<EventBatch> {
  private static final long serialVersionUID = 1;
  private static final int VERSION = 1;

  /** The only one: it has no state. */
  public static final EventBatchSerializer INSTANCE = new EventBatchSerializer();

  @Override
  public EventBatch createInstance() {
    return new EventBatch(0, 0, new byte[0]);
  }

  @Override
  public void serialize(EventBatch batch, DataOutputView out) throws IOException {
    out.writeByte(VERSION);
    out.writeShort(batch.shard());
    out.writeLong(batch.tickMs());
    out.writeInt(batch.sections().length);
    out.write(batch.sections());
  }

  @Override
  public EventBatch deserialize(DataInputView in) throws IOException {
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("event batch of version " + version + ", this reads " + VERSION);
    }
    int shard = in.readShort();
    long tickMs = in.readLong();
    byte[] sections = new byte[in.readInt()];
    in.readFully(sections);
    return new EventBatch(shard, tickMs, sections);
  }

  @Override
  public TypeSerializerSnapshot<EventBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the version byte of each batch. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<EventBatch> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
