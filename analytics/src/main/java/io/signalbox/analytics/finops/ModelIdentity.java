// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import org.jspecify.annotations.Nullable;

/**
 * What the name of a model tells of it.
 *
 * @param developer who made it
 * @param family of models that belong together, as the developer calls it, or null where the name
 *     tells none
 * @param version within the family, or null where the name tells none
 */
public record ModelIdentity(String developer, @Nullable String family, @Nullable String version) {
  /** Whether input that is written to a cache is metered apart from what is not, wherever sold. */
  public boolean metersCacheWrites() {
    return developer.equals(ModelNames.ANTHROPIC);
  }
}
