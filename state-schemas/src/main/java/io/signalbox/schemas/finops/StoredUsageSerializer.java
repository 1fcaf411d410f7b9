// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.schemas.signals.ImmutableSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a usage that is remembered, without its key. */
public final class StoredUsageSerializer extends ImmutableSerializer<StoredUsage> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final StoredUsageSerializer INSTANCE = new StoredUsageSerializer();

  @Override
  public StoredUsage createInstance() {
    return StoredUsage.under("");
  }

  @Override
  public void serialize(StoredUsage usage, DataOutputView out) throws IOException {
    byte[] bytes = usage.bytes();
    int length = bytes.length - usage.keyLength();
    out.writeInt(length);
    out.write(bytes, usage.keyLength(), length);
  }

  @Override
  public StoredUsage deserialize(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new StoredUsage(bytes, 0);
  }

  @Override
  public TypeSerializerSnapshot<StoredUsage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StoredUsage> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
