// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Telemetry that rows of a symptom table look at.
 *
 * @param look what was looked for, see {@link SymptomRow#look()}
 * @param part 0 for what is read, 1 for what it is divided by
 * @param series identity of the series; for records and spans a function of their value
 * @param atMs event time, epoch milliseconds
 * @param nature whether the value is a level, counts from a start, or is a difference
 * @param value the value; for records without one not a number
 * @param count points, records or spans that it stands for
 * @param fields the fields of the symptom that it would be
 */
public record Sighting(
    String look,
    int part,
    long series,
    long atMs,
    Nature nature,
    double value,
    long count,
    Map<String, String> fields) {
  /** What a value is. */
  public enum Nature {
    LEVEL,
    COUNTER,
    DELTA
  }

  /** By look, place, series, time and content: total up to equality. */
  public static final Comparator<Sighting> ORDER =
      Comparator.comparing(Sighting::look)
          .thenComparing(sighting -> sighting.fields.toString())
          .thenComparingInt(Sighting::part)
          .thenComparingLong(Sighting::series)
          .thenComparingLong(Sighting::atMs)
          .thenComparing(Sighting::nature)
          .thenComparingDouble(Sighting::value)
          .thenComparingLong(Sighting::count);

  /** Keeps the fields in order. */
  public Sighting {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
