// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Tells users apart by what spans say of them. A hash of it is all that is known outside, and only
 * {@link io.signalbox.analytics.signals.DistinctSketch} takes it in.
 */
final class UserReader {
  /** A session stands for its user where no one else is named. */
  private static final AttributeKey[] NAMES = {
    Convention.END_USER,
    Convention.PSEUDO_USER,
    Convention.USER,
    Convention.USER_HASH,
    Convention.SESSION
  };

  private UserReader() {}

  /** Hash of who is behind a span; 0 when it does not say. */
  static long of(AttributesView attributes) {
    for (AttributeKey name : NAMES) {
      int i = attributes.find(name);
      if (i >= 0) {
        long hash = hash(attributes, i);
        if (hash != 0) {
          return hash;
        }
      }
    }
    return 0;
  }

  private static long hash(AttributesView attributes, int i) {
    if (attributes.type(i) == ValueType.STRING) {
      int length = attributes.valueLength(i);
      return length == 0 ? 0 : Hash64.of(attributes.bytes(), attributes.valueOffset(i), length);
    }
    byte[] text =
        attributes.type(i) == ValueType.NONE ? new byte[0] : attributes.text(i).getBytes(UTF_8);
    return text.length == 0 ? 0 : Hash64.of(text, 0, text.length);
  }
}
