// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When blocks that are kept back are written; that they are is for {@link WriteBackTest}. */
class PinnedBlocksTest {
  private static final int KEYS = 10;

  private final Written state = new Written();
  private final PinnedBlocks<byte[]> blocks =
      new PinnedBlocks<>(state, key -> state.key = key, new MemoryBudget(1 << 20));
  private int round;

  /** What a backend holds, and how often it was written. */
  private static final class Written implements ValueState<Block<byte[]>> {
    final Map<String, byte[]> values = new HashMap<>();
    String key = "";
    int writes;

    @Override
    public @Nullable Block<byte[]> value() {
      byte[] bytes = values.get(key);
      return bytes == null ? null : new Block<>(Long.MAX_VALUE, bytes);
    }

    @Override
    public void update(Block<byte[]> block) {
      values.put(key, block.toBytes());
      writes++;
    }

    @Override
    public void clear() {
      values.remove(key);
    }
  }

  private void change(int keys) throws IOException {
    round++;
    for (int i = 0; i < keys; i++) {
      state.key = "key" + i;
      Block<byte[]> known = blocks.load(state.key);
      Block<byte[]> block = known == null ? new Block<>(Long.MAX_VALUE, new byte[1]) : known;
      block.state(bytes -> bytes, bytes -> new byte[][] {bytes})[0] = (byte) round;
      blocks.store(state.key, block, 1);
    }
  }

  private int writesOfFlush() throws IOException {
    int before = state.writes;
    blocks.flush();
    for (int i = 0; i < KEYS; i++) {
      assertArrayEquals(new byte[] {(byte) round}, state.values.get("key" + i));
    }
    return state.writes - before;
  }

  private void interval(int rounds) throws IOException {
    for (int i = 0; i < rounds; i++) {
      change(KEYS);
    }
  }

  @Test
  void inTheLastRoundBeforeAForetoldFlushBlocksAreWrittenAsTheyChange() throws IOException {
    interval(5);
    assertEquals(KEYS, writesOfFlush());
    interval(5);
    assertEquals(0, writesOfFlush());
    assertEquals(2 * KEYS, state.writes);
  }

  @Test
  void aFlushThatComesEarlierWritesAll() throws IOException {
    interval(5);
    blocks.flush();
    interval(3);
    assertEquals(KEYS, writesOfFlush());
  }

  @Test
  void aFlushThatComesLaterWritesOnlyWhatChangedSinceItWasForetold() throws IOException {
    interval(5);
    blocks.flush();
    interval(9);
    assertEquals(KEYS, writesOfFlush());
    assertEquals(3 * KEYS, state.writes);
  }
}
