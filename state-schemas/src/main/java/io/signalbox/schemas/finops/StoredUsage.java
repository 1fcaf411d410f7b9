// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Usage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A usage as bytes, which is how it is remembered: a million of them are small, and repeated ones
 * are known without being read.
 *
 * @param bytes whether its key is its id (1), where it stood, its content; never changed
 */
public record StoredUsage(byte[] bytes) {
  /** The usage; its key is the one under which it is kept. */
  public Usage usage(String key, UsageCodec codec) {
    LedgerReader in = new LedgerReader(bytes, 0);
    @Nullable String id = in.take() == 0 ? null : key;
    return codec.read(in, id, in.signed());
  }

  /** When it was, in epoch milliseconds. */
  public long atMs() {
    return UsageCodec.time(content());
  }

  /** What was used. */
  public String model() {
    return UsageCodec.model(content());
  }

  /** Whether another says the same under the same revision, wherever it stood. */
  public boolean repeats(StoredUsage other) {
    byte[] told = other.bytes;
    return Arrays.equals(
        bytes, content().at(), bytes.length, told, other.content().at(), told.length);
  }

  private LedgerReader content() {
    LedgerReader in = new LedgerReader(bytes, 1);
    in.signed();
    return in;
  }
}
