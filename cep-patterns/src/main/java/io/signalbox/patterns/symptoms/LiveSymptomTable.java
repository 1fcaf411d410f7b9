// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.SymptomTable;
import java.time.Instant;
import java.util.Map;

/**
 * A symptom table that says from when it holds.
 *
 * @param table what it says
 * @param effectiveAt event time from which it holds
 * @param lines of its rows by their ids, from 1
 */
public record LiveSymptomTable(
    SymptomTable table, Instant effectiveAt, Map<String, Integer> lines) {
  /** Keeps an unmodifiable copy. */
  public LiveSymptomTable {
    lines = Map.copyOf(lines);
  }

  /** Where a row stands, from 1. */
  public int lineOf(String rowId) {
    return lines.getOrDefault(rowId, 1);
  }
}
