// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Map;

/**
 * The prices of requests of some size, where a catalogue lists them by ranges. The size of a
 * request chooses the range, and all of the request has its prices.
 *
 * @param above tokens read, exclusive
 * @param upTo tokens read, inclusive
 * @param prices by field
 */
public record PriceRange(long above, long upTo, Map<String, PriceSeries> prices) {
  /** Whether a request of that size has these prices; one without input has the lowest. */
  boolean covers(long inputTokens) {
    return (inputTokens > above || (inputTokens == 0 && above == 0)) && inputTokens <= upTo;
  }
}
