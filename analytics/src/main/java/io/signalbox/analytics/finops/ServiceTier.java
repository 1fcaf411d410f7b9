// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a request was served, and how a price catalogue marks the prices of that. */
public enum ServiceTier {
  /** Neither hurried nor held back. */
  STANDARD(""),
  /** Served first, at a higher price. */
  PRIORITY("_priority"),
  /** Served when there is room. */
  FLEX("_flex"),
  /** Handed in as part of a batch. */
  BATCH("_batches");

  private final String suffix;

  ServiceTier(String suffix) {
    this.suffix = suffix;
  }

  /** What the names of its price fields end with; empty for the standard tier. */
  public String suffix() {
    return suffix;
  }

  /**
   * The tier that a provider names.
   *
   * @param text as in {@code service_tier}; null is the standard tier
   * @throws Refusal if there is no tier of that name
   */
  public static ServiceTier of(@Nullable String text) throws Refusal {
    if (text == null) {
      return STANDARD;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "default", "standard", "auto", "on_demand" -> STANDARD;
      case "priority" -> PRIORITY;
      case "flex" -> FLEX;
      case "batch", "batches" -> BATCH;
      default -> throw new Refusal("unknown service_tier " + text);
    };
  }
}
