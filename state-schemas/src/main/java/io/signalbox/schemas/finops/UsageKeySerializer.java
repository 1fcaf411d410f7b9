// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.schemas.signals.ImmutableSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Bytes of the key of a usage: those that Flink's own serializer of texts writes, one by one. A
 * checkpoint of the heap writes all keys, and most are short and ASCII, so these go out at once.
 */
public final class UsageKeySerializer extends ImmutableSerializer<StoredUsage> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final UsageKeySerializer INSTANCE = new UsageKeySerializer();

  /** A length below that, and one more, fits the seven bits of one byte. */
  private static final int MOST = 126;

  @Override
  public StoredUsage createInstance() {
    return StoredUsage.under("");
  }

  @Override
  public void serialize(StoredUsage usage, DataOutputView out) throws IOException {
    int length = usage.keyLength();
    if (length > MOST || !isAscii(usage.bytes(), length)) {
      StringSerializer.INSTANCE.serialize(usage.key(), out);
      return;
    }
    out.writeByte(length + 1);
    out.write(usage.bytes(), 0, length);
  }

  private static boolean isAscii(byte[] bytes, int length) {
    int all = 0;
    for (int i = 0; i < length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  @Override
  public StoredUsage deserialize(DataInputView in) throws IOException {
    return StoredUsage.under(StringSerializer.INSTANCE.deserialize(in));
  }

  @Override
  public TypeSerializerSnapshot<StoredUsage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StoredUsage> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }

    /** The bytes of Flink's own serializer are the same. */
    @Override
    public TypeSerializerSchemaCompatibility<StoredUsage> resolveSchemaCompatibility(
        TypeSerializerSnapshot<StoredUsage> before) {
      return (TypeSerializerSnapshot<?>) before instanceof StringSerializer.StringSerializerSnapshot
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : super.resolveSchemaCompatibility(before);
    }
  }
}
