// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Whether a sum or histogram counts since the last point or since its start. */
public enum Temporality {
  UNSPECIFIED,
  DELTA,
  CUMULATIVE;

  /** The temporality of a wire number; numbers that mean nothing are UNSPECIFIED. */
  static Temporality of(int wire) {
    return switch (wire) {
      case 1 -> DELTA;
      case 2 -> CUMULATIVE;
      default -> UNSPECIFIED;
    };
  }
}
