// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.NavigableMap;

/** Where single spends rest, by the second of their use: they are many, and few are looked at. */
public interface SpendStore {
  /** What was spent in a second; empty where nothing was. The caller may change it. */
  NavigableMap<SpendKey, BigDecimal> of(long secondMs);

  /** Keeps what was spent in a second in the place of what was kept; nothing where it is empty. */
  void keep(long secondMs, NavigableMap<SpendKey, BigDecimal> spends);
}
