// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** A state whose bytes are its own, and are given away in parts without a copy. */
class BlockTest {
  private static final byte[] HEAD = {1, 2};

  private static Block<byte[]> decoded(byte[] state) {
    Block<byte[]> block = new Block<>(77, null);
    block.state(none -> state, own -> new byte[][] {HEAD, own});
    return block;
  }

  private static Block<byte[]> writtenAndRead(Block<byte[]> block) throws IOException {
    BlockSerializer<byte[]> serializer = new BlockSerializer<>();
    DataOutputSerializer out = new DataOutputSerializer(16);
    serializer.serialize(block, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  @Test
  void whatIsHandedOverToASnapshotDoesNotChangeWithTheState() throws IOException {
    byte[] state = {3, 4};
    Block<byte[]> kept = decoded(state);
    Block<byte[]> next = kept.handOver();
    state[0] = 9;
    assertArrayEquals(new byte[] {1, 2, 3, 4}, kept.toBytes());
    assertArrayEquals(new byte[] {1, 2, 3, 4}, writtenAndRead(kept).toBytes());
    assertArrayEquals(new byte[] {1, 2, 9, 4}, next.toBytes());
  }

  @Test
  void aBlockIsWrittenInPartsAsItIsWrittenWhole() throws IOException {
    Block<byte[]> block = decoded(new byte[] {3, 4});
    Block<byte[]> inParts = writtenAndRead(block);
    block.putAway();
    Block<byte[]> whole = writtenAndRead(block);
    assertArrayEquals(whole.toBytes(), inParts.toBytes());
    assertEquals(77, inParts.wakeMs);
  }

  @Test
  void bytesThatWereTakenDoNotChangeWithTheState() {
    byte[] state = {3};
    Block<byte[]> block = new Block<>(Long.MAX_VALUE, null);
    block.state(none -> state, own -> new byte[][] {own});
    byte[] taken = block.toBytes();
    state[0] = 9;
    assertArrayEquals(new byte[] {3}, taken);
  }
}
