// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

/** How an event must follow what was matched before. */
public enum Follow {
  /** The very next event of the key. */
  STRICT,
  /** The next event that fits; others in between do not matter. */
  RELAXED,
  /** Any later event that fits; each opens a match of its own. */
  ANY
}
