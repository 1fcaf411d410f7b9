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
public final class UsageKeySerializer extends ImmutableSerializer<String> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final UsageKeySerializer INSTANCE = new UsageKeySerializer();

  /** A length below that, and one more, fits the seven bits of one byte. */
  private static final int MOST = 126;

  @Override
  public String createInstance() {
    return "";
  }

  @Override
  public void serialize(String key, DataOutputView out) throws IOException {
    int length = key.length();
    if (length > MOST) {
      StringSerializer.INSTANCE.serialize(key, out);
      return;
    }
    byte[] bytes = new byte[length + 1];
    bytes[0] = (byte) (length + 1);
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      if (c > 0x7f) {
        StringSerializer.INSTANCE.serialize(key, out);
        return;
      }
      bytes[i + 1] = (byte) c;
    }
    out.write(bytes);
  }

  @Override
  public String deserialize(DataInputView in) throws IOException {
    return StringSerializer.INSTANCE.deserialize(in);
  }

  @Override
  public TypeSerializerSnapshot<String> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<String> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }

    /** The bytes of Flink's own serializer are the same. */
    @Override
    public TypeSerializerSchemaCompatibility<String> resolveSchemaCompatibility(
        TypeSerializerSnapshot<String> before) {
      return before instanceof StringSerializer.StringSerializerSnapshot
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : super.resolveSchemaCompatibility(before);
    }
  }
}
