// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The measures of each service and day that may still change. */
public final class MeasureBook {
  private final TreeMap<String, IncidentMeasure> rows = new TreeMap<>();
  private final TreeSet<String> changed = new TreeSet<>();
  private final List<IncidentMeasure> untold = new ArrayList<>();
  private final String environment;

  MeasureBook(String environment) {
    this.environment = environment;
  }

  /** All rows, oldest day first. */
  public Collection<IncidentMeasure> all() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** Puts a row in place: restoring. */
  public void put(IncidentMeasure row) {
    rows.put(keyOf(row.day(), row.service()), row);
  }

  private static String keyOf(Instant day, String service) {
    return day.toString() + '/' + service;
  }

  /** Replaces what an incident adds. */
  void replace(@Nullable Resolution before, @Nullable Resolution after) {
    if (!Objects.equals(before, after)) {
      count(before, -1);
      count(after, 1);
    }
  }

  private void count(@Nullable Resolution outcome, int times) {
    if (outcome != null) {
      String key = keyOf(outcome.day(), outcome.service());
      IncidentMeasure row = rows.get(key);
      if (row == null && times < 0) {
        return; // forgotten for want of room
      }
      if (row == null) {
        row =
            new IncidentMeasure(
                environment, outcome.service(), outcome.day(), 0, outcome.day(), 0, 0, 0, 0, 0, 0);
      }
      rows.put(key, row.and(outcome, times));
      changed.add(key);
    }
  }

  /** Writes down the rows that have changed, as of now. */
  void tell(Instant now) {
    for (String key : changed) {
      IncidentMeasure row = Objects.requireNonNull(rows.get(key)).revised(now);
      rows.put(key, row);
      untold.add(row);
    }
    changed.clear();
  }

  /** What was written down since the last call, in order. */
  List<IncidentMeasure> take() {
    List<IncidentMeasure> told = List.copyOf(untold);
    untold.clear();
    return told;
  }

  /** Forgets days before a moment, and the oldest when there are too many rows. */
  void forgetBefore(Instant moment, int most) {
    rows.values().removeIf(row -> row.day().isBefore(moment));
    while (rows.size() > most) {
      rows.pollFirstEntry();
    }
  }
}
