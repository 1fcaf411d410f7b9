// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of one field of one model over two times: when it held, and when that was known.
 *
 * @param field of the catalogue
 * @param known as it was accepted at the time
 * @param corrected as it turned out to have been
 * @param listed as the catalogue said, leaps and all
 * @param quarantines the leaps, in the order of time
 */
public record PriceSeries(
    String field,
    Timeline known,
    Timeline corrected,
    Timeline listed,
    List<Quarantine> quarantines) {
  /** A price that always held. */
  static PriceSeries always(String field, BigDecimal price) {
    Timeline timeline = Timeline.always(price);
    return new PriceSeries(field, timeline, timeline, timeline, List.of());
  }

  /** When it became known that a charge of a time was wrong, or null if it never did. */
  public @Nullable Long correctedAt(long atMs) {
    for (Quarantine one : quarantines) {
      if (one.corrects(atMs)) {
        return one.endedMs();
      }
    }
    return null;
  }
}
