// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of an attribute, ready to be looked for in bytes. */
public final class AttributeKey {
  private final String name;
  private final byte[] utf8;

  private AttributeKey(String name) {
    this.name = name;
    this.utf8 = name.getBytes(StandardCharsets.UTF_8);
  }

  /** The key of this name. */
  public static AttributeKey of(String name) {
    return new AttributeKey(name);
  }

  /** The name. */
  public String name() {
    return name;
  }

  boolean matches(byte[] bytes, int offset, int length) {
    return length == utf8.length
        && bytes[offset + length - 1] == utf8[length - 1]
        && Arrays.equals(bytes, offset, offset + length, utf8, 0, length);
  }
}
