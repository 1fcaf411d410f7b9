// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What telemetry means which symptom: an immutable value. */
public final class SymptomTable implements Serializable {
  private static final long serialVersionUID = 1;

  /** A table that finds nothing. */
  public static final SymptomTable EMPTY = new SymptomTable(0, List.of());

  private final int version;
  private final LinkedHashMap<String, SymptomRow> rows = new LinkedHashMap<>();
  private final HashMap<String, ArrayList<SymptomRow>> byLook = new HashMap<>();

  /**
   * Makes a table.
   *
   * @param version greater for each change
   * @param rows in the order of the file
   */
  public SymptomTable(int version, List<SymptomRow> rows) {
    this.version = version;
    rows.forEach(row -> this.rows.put(row.key(), row));
    this.rows
        .values()
        .forEach(row -> byLook.computeIfAbsent(row.look(), look -> new ArrayList<>()).add(row));
  }

  /** Its version. */
  public int version() {
    return version;
  }

  /** Its rows in order. */
  public List<SymptomRow> rows() {
    return new ArrayList<>(rows.values());
  }

  /** The row of a key, null when there is none. */
  @Nullable SymptomRow row(String key) {
    return rows.get(key);
  }

  /** The rows that judge what was seen by a look, in order. */
  List<SymptomRow> rowsOf(String look) {
    ArrayList<SymptomRow> sharing = byLook.get(look);
    return sharing == null ? List.of() : sharing;
  }

  /** The keys of its rows. */
  Set<String> keys() {
    return rows.keySet();
  }
}
