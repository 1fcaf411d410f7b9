// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model in a price catalogue, as it stands there.
 *
 * @param model its name
 * @param provider who sells it, or null
 * @param prices the text of each cost field; those inside an object are named {@code outer.inner}
 * @param ranges prices by size of the request, as texts
 */
public record CatalogueEntry(
    String model, @Nullable String provider, Map<String, String> prices, List<Range> ranges) {
  /**
   * Prices of requests of some size.
   *
   * @param above tokens read, exclusive
   * @param upTo tokens read, inclusive
   * @param prices the text of each cost field
   */
  public record Range(long above, long upTo, Map<String, String> prices) {}
}
