// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/** Stable names of things that were found. */
final class Names {
  private Names() {}

  /** One number for some texts in order: FNV-1a over UTF-16 units and a separator. */
  static long hash(String... parts) {
    long hash = 0xcbf29ce484222325L;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0xffff) * 0x100000001b3L;
    }
    return hash;
  }
}
