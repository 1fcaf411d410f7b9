// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import org.jspecify.annotations.Nullable;

/**
 * For whom something was used; what is not told is null.
 *
 * @param tenant who pays
 * @param team who is responsible
 * @param feature what of the product it was for
 * @param agent which agent asked
 * @param region where it was served
 * @param dataClass how the data is classified
 */
public record Owner(
    @Nullable String tenant,
    @Nullable String team,
    @Nullable String feature,
    @Nullable String agent,
    @Nullable String region,
    @Nullable String dataClass) {
  /** The name under which what nobody is named for is summed. */
  public static final String UNALLOCATED = "UNALLOCATED";

  /** Who pays, or {@link #UNALLOCATED}. */
  public String payer() {
    return tenant == null ? UNALLOCATED : tenant;
  }
}
