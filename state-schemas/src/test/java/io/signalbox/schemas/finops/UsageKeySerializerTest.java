// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

class UsageKeySerializerTest {
  private static <T> byte[] bytes(TypeSerializer<T> by, T key) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    by.serialize(key, out);
    return out.getCopyOfBuffer();
  }

  @Property
  void itsBytesAreThoseOfFlink(
      @ForAll @StringLength(max = 300) @CharRange(from = ' ', to = '\u00a0') String key)
      throws IOException {
    isAsFlinkWritesIt(key);
  }

  @Example
  void soTheyAreAtTheLimitOfOneByte() throws IOException {
    for (int length = 120; length < 135; length++) {
      isAsFlinkWritesIt("k".repeat(length));
      isAsFlinkWritesIt("k".repeat(length) + '\u20ac');
    }
  }

  private static void isAsFlinkWritesIt(String key) throws IOException {
    StoredUsage usage = StoredUsage.under(key);
    byte[] bytes = bytes(UsageKeySerializer.INSTANCE, usage);
    assertArrayEquals(bytes(StringSerializer.INSTANCE, key), bytes);
    StoredUsage read = UsageKeySerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    assertEquals(key, read.key());
    assertEquals(usage, read);
    assertEquals(usage.hashCode(), read.hashCode());
  }

  @Example
  @SuppressWarnings("unchecked") // as Flink does with what it restores
  void stateThatFlinkWroteIsReadAsItIs() {
    TypeSerializerSnapshot<?> texts = new StringSerializer.StringSerializerSnapshot();
    TypeSerializerSnapshot<StoredUsage> ofTexts = (TypeSerializerSnapshot<StoredUsage>) texts;
    assertTrue(
        UsageKeySerializer.INSTANCE
            .snapshotConfiguration()
            .resolveSchemaCompatibility(ofTexts)
            .isCompatibleAsIs());
  }
}
