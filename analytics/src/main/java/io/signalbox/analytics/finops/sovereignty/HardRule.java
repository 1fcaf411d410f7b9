// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a class of data forbids, whatever it costs. */
enum HardRule {
  /** Nothing is forbidden. */
  NONE,
  /** None of it may be bought. */
  API_FORBIDDEN,
  /** Some of it was served where it may not be. */
  REGION_FORBIDDEN,
  /** Nothing tells where some of it was served. */
  REGION_UNKNOWN;

  /**
   * The rule that holds.
   *
   * @param rule of the class, or null
   * @param regions that served it
   */
  static HardRule of(@Nullable ClassRule rule, Collection<String> regions) {
    if (rule == null) {
      return NONE;
    }
    if (rule.apiForbidden()) {
      return API_FORBIDDEN;
    }
    HardRule found = NONE;
    for (String region : regions) {
      if (!rule.regions().isEmpty() && !rule.regions().contains(region)) {
        boolean told = !region.equals(Demand.NOWHERE);
        found = told || found == REGION_FORBIDDEN ? REGION_FORBIDDEN : REGION_UNKNOWN;
      }
    }
    return found;
  }
}
