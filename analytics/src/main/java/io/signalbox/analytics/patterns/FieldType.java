// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/** What a field of a pattern event holds. */
public enum FieldType {
  /** A {@link String}; empty when it is not set. */
  TEXT,
  /** A {@link Double}; 0 when it is not set. */
  NUMBER,
  /** A {@link Long}; 0 when it is not set. */
  COUNT,
  /** A {@link Boolean}; false when it is not set. */
  FLAG
}
