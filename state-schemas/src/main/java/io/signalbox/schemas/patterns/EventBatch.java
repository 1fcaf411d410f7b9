// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.flink.core.memory.DataInputDeserializer;

/**
 * Events of one shard of keys and one tick, as they are shuffled and held. They lie in sections by
 * type, so that those of types that nobody wants are passed over without being read. Immutable by
 * convention: nobody writes to the bytes once it is made.
 *
 * @param shard which keys; see the key of the shuffle
 * @param tickMs first millisecond of the tick that holds all events, epoch milliseconds
 * @param sections type, number of bytes (4) and events, again and again; made by {@link
 *     EventBatchWriter}
 */
public record EventBatch(int shard, long tickMs, byte[] sections) {

  /** True when it has an event of a type that someone wants. */
  public boolean holds(Predicate<String> wanted) {
    return walk((type, in, end) -> wanted.test(type));
  }

  /**
   * Reads the events of the types that are wanted, in any order.
   *
   * @throws UncheckedIOException of bytes that no version wrote
   */
  public void read(Predicate<String> wanted, Consumer<PatternEvent> events) {
    walk(
        (type, in, end) -> {
          if (wanted.test(type)) {
            while (in.available() > end) {
              events.accept(EventBatchWriter.read(tickMs, type, in));
            }
          }
          return false;
        });
  }

  /** Looks at a section; true ends the walk. */
  @FunctionalInterface
  private interface Look {
    /**
     * Looks.
     *
     * @param in at the first event
     * @param end bytes that are left in it after the last one
     */
    boolean at(String type, DataInputDeserializer in, int end) throws IOException;
  }

  private boolean walk(Look look) {
    DataInputDeserializer in = new DataInputDeserializer(sections);
    try {
      while (in.available() > 0) {
        String type = PatternEventCodec.text(in);
        int bytes = in.readInt();
        int end = in.available() - bytes;
        if (look.at(type, in, end)) {
          return true;
        }
        in.skipBytesToRead(in.available() - end);
      }
      return false;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
