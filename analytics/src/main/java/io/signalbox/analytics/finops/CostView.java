// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what costs of a tenant are told apart. Under each view every charge has one value, {@link
 * Owner#UNALLOCATED} where nothing is said, so the values of a view always sum to the tenant.
 */
public enum CostView {
  /** What was used. */
  MODEL,
  /** Who is responsible. */
  TEAM,
  /** What of the product it was for. */
  FEATURE,
  /** Which agent asked. */
  AGENT,
  /** Who charges. */
  PROVIDER,
  /** Where it was served. */
  REGION,
  /** How the data is classified. */
  DATA_CLASS;

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value that a charge has under this view. */
  public String valueOf(Owner owner, String provider, String model) {
    String value =
        switch (this) {
          case MODEL -> model;
          case TEAM -> owner.team();
          case FEATURE -> owner.feature();
          case AGENT -> owner.agent();
          case PROVIDER -> provider;
          case REGION -> owner.region();
          case DATA_CLASS -> owner.dataClass();
        };
    return orNobody(value);
  }

  private static String orNobody(@Nullable String value) {
    return value == null ? Owner.UNALLOCATED : value;
  }
}
