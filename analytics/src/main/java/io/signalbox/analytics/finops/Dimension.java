// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what costs are told apart. */
public enum Dimension {
  /** Who pays. */
  TENANT,
  /** Who is responsible. */
  TEAM,
  /** What of the product it was for. */
  FEATURE,
  /** Which agent asked. */
  AGENT,
  /** Which model answered, or which machine was held. */
  MODEL,
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

  /** What a use is by this dimension, or null where that is not told. */
  public @Nullable String of(Owner owner, String provider, String model) {
    return switch (this) {
      case TENANT -> owner.tenant();
      case TEAM -> owner.team();
      case FEATURE -> owner.feature();
      case AGENT -> owner.agent();
      case MODEL -> model;
      case PROVIDER -> provider;
      case REGION -> owner.region();
      case DATA_CLASS -> owner.dataClass();
    };
  }
}
