// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.Usage;
import io.signalbox.schemas.signals.Hash64;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A usage as bytes, which is how it is remembered: a million of them are small, and repeated ones
 * are known without being read. It is its own key in a map, so that there is one object of a usage
 * instead of two; two are equal when their keys are. Its hash tells apart keys of one shard, which
 * the hash of a text does not: shards are made of that.
 */
public final class StoredUsage {
  /** The key in UTF-8; then whether it is the id (1), where the usage stood, and its content. */
  private final byte[] bytes;

  private final int keyLength;

  /** Of the key; 0 until somebody asks. */
  private int hash;

  /** Who sweeps looks at the time of every usage, and bytes are far away. */
  private final long atMs;

  /** Of bytes that are never changed, so many of which are the key. */
  StoredUsage(byte[] bytes, int keyLength) {
    this.bytes = bytes;
    this.keyLength = keyLength;
    this.atMs = keyLength == bytes.length ? 0 : UsageCodec.time(content());
  }

  /** A key alone, to look for a usage under. */
  static StoredUsage under(String key) {
    byte[] bytes = key.getBytes(UTF_8);
    return new StoredUsage(bytes, bytes.length);
  }

  /** The key under which it is kept; empty where that is known from elsewhere. */
  public String key() {
    return new String(bytes, 0, keyLength, UTF_8);
  }

  byte[] bytes() {
    return bytes;
  }

  int keyLength() {
    return keyLength;
  }

  /** The usage; its key is the one under which it is kept. */
  public Usage usage(String key, UsageCodec codec) {
    LedgerReader in = new LedgerReader(bytes, keyLength);
    @Nullable String id = in.take() == 0 ? null : key;
    return codec.read(in, id, in.signed());
  }

  /** When it was, in epoch milliseconds. */
  public long atMs() {
    return atMs;
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
    LedgerReader in = new LedgerReader(bytes, keyLength + 1);
    in.signed();
    return in;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof StoredUsage usage
            && Arrays.equals(bytes, 0, keyLength, usage.bytes, 0, usage.keyLength));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Long.hashCode(Hash64.of(bytes, 0, keyLength)) | 1;
    }
    return hash;
  }

  @Override
  public String toString() {
    return key();
  }
}
