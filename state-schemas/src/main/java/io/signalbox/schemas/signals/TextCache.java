// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text that comes again and again without making the same string twice. It holds a bounded
 * number of strings and forgets one when another falls into its place. Belongs to one thread.
 */
public final class TextCache {
  private static final int MAX_CACHED = 256;

  private final @Nullable String[] strings;
  private final byte[][] encoded;

  /**
   * An empty cache.
   *
   * @param bits it holds at most 2^bits strings
   */
  public TextCache(int bits) {
    strings = new String[1 << bits];
    encoded = new byte[1 << bits][];
    Arrays.fill(encoded, new byte[0]);
  }

  /** The text as a string. */
  public String get(Text text) {
    return get(text.bytes(), text.offset(), text.length());
  }

  /** The UTF-8 bytes as a string. */
  public String get(byte[] bytes, int offset, int length) {
    if (length == 0 || length > MAX_CACHED) {
      return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
    int slot = (int) (Hash64.of(bytes, offset, length) & (strings.length - 1));
    byte[] known = encoded[slot];
    String string = strings[slot];
    if (string == null || !Arrays.equals(bytes, offset, offset + length, known, 0, known.length)) {
      string = new String(bytes, offset, length, StandardCharsets.UTF_8);
      encoded[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
      strings[slot] = string;
    }
    return string;
  }
}
