// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.util.Locale;

/** Why something is spent, or no longer is. */
public enum Cause {
  /** A use was told. */
  USE,
  /** A use was told anew, with other counts. */
  REVISION,
  /** A price turned out to have been wrong. */
  PRICE;

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
