// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the symptom table: which telemetry means which symptom.
 *
 * @param id unique in its table
 * @param symptom type of the symptom
 * @param selection which telemetry
 * @param judging when it is one
 * @param perInstance true to read each instance of a service for itself
 * @param fields fields of the symptom: by label of an {@link EventField} the attribute that holds
 *     it, alternatives with {@code |} between them, or {@code =} and a constant
 */
public record SymptomRow(
    String id,
    String symptom,
    Selection selection,
    Judging judging,
    boolean perInstance,
    Map<String, String> fields)
    implements Serializable {
  /** Keeps an ordered copy of the fields. */
  public SymptomRow {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /**
   * Names the row and its content: what is read for a row that has since been changed is not taken
   * for what the row reads now.
   */
  public String key() {
    return id + "@" + Long.toHexString(Names.hash(toString()));
  }

  /**
   * Names what the row looks at and with which fields, not how it judges: rows that differ only in
   * their judgement share what was seen, so a table may change it while a job runs.
   */
  public String look() {
    boolean delay = judging.reading() == ReadingKind.DELAY;
    return Long.toHexString(
        Names.hash(
            selection.toString(),
            String.valueOf(judging.of()),
            Boolean.toString(delay),
            Boolean.toString(perInstance),
            fields.toString()));
  }

  /** True when each reading is an event of its own. */
  public boolean isMomentary() {
    SymptomSource source = selection.source();
    return source == SymptomSource.LOG
        || source == SymptomSource.SPAN
        || source == SymptomSource.PRESENCE
        || (judging.reading().isMomentary() && selection.over().isEmpty());
  }
}
