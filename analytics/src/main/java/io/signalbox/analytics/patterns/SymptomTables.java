// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of a run by the event time from which each is in effect: an immutable value. The
 * cutters look for what any of them names and the judge obeys the one in effect, so a table may
 * reach them at different moments, as long as it does before its epoch.
 */
public final class SymptomTables implements Serializable {
  private static final long serialVersionUID = 1;
  private final TreeMap<Long, SymptomTable> byEpoch;

  private SymptomTables(Map<Long, SymptomTable> byEpoch) {
    this.byEpoch = new TreeMap<>(byEpoch);
  }

  /** One table for all time. */
  public static SymptomTables of(SymptomTable table) {
    TreeMap<Long, SymptomTable> only = new TreeMap<>();
    only.put(Long.MIN_VALUE, table);
    return new SymptomTables(only);
  }

  /**
   * These and one more.
   *
   * @param epochMs event time from which it is in effect; a table of the same epoch is replaced
   */
  public SymptomTables with(long epochMs, SymptomTable table) {
    TreeMap<Long, SymptomTable> more = new TreeMap<>(byEpoch);
    more.put(epochMs, table);
    return new SymptomTables(more);
  }

  /** The table in effect at an event time, epoch milliseconds. */
  public SymptomTable at(long atMs) {
    Map.Entry<Long, SymptomTable> found = byEpoch.floorEntry(atMs);
    return found == null ? SymptomTable.EMPTY : found.getValue();
  }

  /** Every row of any table once, in the order of their tables. */
  public List<SymptomRow> rows() {
    Map<String, SymptomRow> rows = new LinkedHashMap<>();
    byEpoch.values().forEach(table -> table.rows().forEach(row -> rows.put(row.key(), row)));
    return new ArrayList<>(rows.values());
  }
}
