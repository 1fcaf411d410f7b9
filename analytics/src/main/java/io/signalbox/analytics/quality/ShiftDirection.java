// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/** Which way a rate went. */
public enum ShiftDirection {
  /** There is more of it. */
  UP(1),
  /** There is less of it. */
  DOWN(-1);

  private final int sign;

  ShiftDirection(int sign) {
    this.sign = sign;
  }

  /** 1 or -1. */
  int sign() {
    return sign;
  }
}
