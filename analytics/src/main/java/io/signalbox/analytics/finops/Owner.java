// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Objects;
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

  /** As that of any record, which is made of method handles; this one is asked for each usage. */
  @Override
  public int hashCode() {
    int hash = 31 * Objects.hashCode(tenant) + Objects.hashCode(team);
    hash = 31 * hash + Objects.hashCode(feature);
    hash = 31 * hash + Objects.hashCode(agent);
    hash = 31 * hash + Objects.hashCode(region);
    return 31 * hash + Objects.hashCode(dataClass);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Owner owner
            && Objects.equals(tenant, owner.tenant)
            && Objects.equals(team, owner.team)
            && Objects.equals(feature, owner.feature)
            && Objects.equals(agent, owner.agent)
            && Objects.equals(region, owner.region)
            && Objects.equals(dataClass, owner.dataClass));
  }

  /** Who pays, or {@link #UNALLOCATED}. */
  public String payer() {
    return tenant == null ? UNALLOCATED : tenant;
  }
}
