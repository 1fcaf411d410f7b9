// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

/** How rows say that a price turned out otherwise. */
public enum CorrectionStyle {
  /** The old row is taken back, and a row with the new price is charged. */
  LEDGER,
  /** One row says how much more or less it is. */
  DELTA
}
