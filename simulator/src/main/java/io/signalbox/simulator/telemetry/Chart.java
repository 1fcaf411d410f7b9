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
  private static final double[] BOUNDS = {0.005, 0.05, 0.5, 5, 50, 500};

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
      double usual = vital.usual(reading, dice, at);
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
      count(writer, vital, detail, Math.round(value));
    }
  }

  private void count(MetricWriter writer, Vital vital, String detail, long more) {
    long[] total = total(vital, detail);
    int bucket = vital.form() == Form.COUNTER ? 0 : bucket(vital.each());
    total[bucket] += more;
    if (vital.form() == Form.COUNTER) {
      writer.sum(vital, total[bucket], detail);
    } else if (total[bucket] > 0) {
      writer.histogram(vital, BOUNDS, total, total[bucket] * vital.each(), detail);
    }
  }

  private static int bucket(double each) {
    int bucket = 0;
    while (bucket < BOUNDS.length && each > BOUNDS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private long[] total(Vital vital, String detail) {
    return totals
        .computeIfAbsent(vital, v -> new HashMap<>())
        .computeIfAbsent(detail, d -> new long[BOUNDS.length + 1]);
  }
}
