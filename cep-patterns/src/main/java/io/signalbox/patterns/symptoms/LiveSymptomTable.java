// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.SymptomTable;
import io.signalbox.patterns.reading.Place;
import java.time.Instant;
import java.util.Map;

/**
 * A symptom table that says from when it holds.
 *
 * @param table what it says
 * @param effectiveAt event time from which it holds
 * @param places of its rows by their ids
 */
public record LiveSymptomTable(SymptomTable table, Instant effectiveAt, Map<String, Place> places) {
  /** Keeps an unmodifiable copy. */
  public LiveSymptomTable {
    places = Map.copyOf(places);
  }

  /** Where a row stands. */
  public Place placeOf(String rowId) {
    return places.getOrDefault(rowId, Place.START);
  }
}
