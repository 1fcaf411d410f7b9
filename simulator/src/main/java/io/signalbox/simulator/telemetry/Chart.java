// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.vitals.Form;
import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Dice;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vital signs read together from one source, with what its counters have come to. */
final class Chart {
  private static final double[] BOUNDS = {0.001, 0.01, 0.1, 1, 10};
  private static final int TYPICAL = 2;
  private static final double TYPICAL_SECONDS = 0.03;

  private final List<Reading> readings;
  private final Dice dice;
  private final Map<Vital, Map<String, long[]>> totals = new EnumMap<>(Vital.class);
  private long startedAt;

  Chart(List<Reading> readings, Dice dice) {
    this.readings = readings;
    this.dice = dice;
  }

  Dice dice() {
    return dice;
  }

  boolean isEmpty() {
    return readings.isEmpty();
  }

  /**
   * Reads all of them into a scrape that has begun.
   *
   * @param since when their source began to count; counters begin anew when it changes
   */
  void read(MetricWriter writer, Faults faults, long since, long at) {
    if (since != startedAt) {
      totals.clear();
      startedAt = since;
    }
    for (Reading reading : readings) {
      Vital vital = reading.vital();
      double usual = vital.usual(reading.subject(), dice, at);
      write(writer, reading, faults.reading(reading, usual, at));
    }
  }

  private void write(MetricWriter writer, Reading reading, double value) {
    Vital vital = reading.vital();
    String detail = reading.detail();
    if (vital.form() == Form.GAUGE) {
      writer.gauge(vital, value, detail);
    } else if (vital.form() == Form.LEVEL) {
      writer.sum(vital, Math.round(value), detail);
    } else {
      long[] total = total(vital, detail);
      total[TYPICAL] += Math.round(value);
      if (vital.form() == Form.COUNTER) {
        writer.sum(vital, total[TYPICAL], detail);
      } else if (total[TYPICAL] > 0) {
        writer.histogram(vital, BOUNDS, total, total[TYPICAL] * TYPICAL_SECONDS, detail);
      }
    }
  }

  private long[] total(Vital vital, String detail) {
    return totals
        .computeIfAbsent(vital, v -> new HashMap<>())
        .computeIfAbsent(detail, d -> new long[BOUNDS.length + 1]);
  }
}
