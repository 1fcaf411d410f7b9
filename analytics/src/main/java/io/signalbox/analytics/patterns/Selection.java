// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which telemetry a row looks at.
 *
 * @param source what kind
 * @param names metrics, or event names of log records; a metric may end in {@code #sum} or {@code
 *     #count} for that part of a histogram; empty for any log record or span
 * @param over metrics whose reading the first is divided by; empty for none
 * @param where attributes that what is read must have (not what it is divided by), by name or by
 *     alternative names with {@code |} between them, each with the values that fit: {@code *}
 *     stands for any text, and a value that begins with {@code !} must not be
 * @param severity least OTLP severity of a log record, 0 for any
 * @param contains texts of which the masked text of a log record must hold one, in lower case;
 *     empty for any text
 * @param failed true when only spans with status error fit
 */
public record Selection(
    SymptomSource source,
    List<String> names,
    List<String> over,
    Map<String, List<String>> where,
    int severity,
    List<String> contains,
    boolean failed)
    implements Serializable {
  /** Keeps copies, ordered by name. */
  public Selection {
    names = List.copyOf(names);
    over = List.copyOf(over);
    where = Collections.unmodifiableMap(new TreeMap<>(where));
    contains = List.copyOf(contains);
  }
}
