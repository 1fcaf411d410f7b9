// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A table with something different in every field. */
final class FilledTable {
  private final Random random;

  private FilledTable(long seed) {
    this.random = new Random(seed);
  }

  /** A table of so many series; every other one has a gate that is not at rest. */
  static SeriesTable of(int series, long seed) {
    FilledTable filled = new FilledTable(seed);
    List<Series> rows = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      rows.add(filled.series(i));
    }
    SeriesTable table = new SeriesTable(SeriesSettings.defaults());
    table.append(rows);
    Random random = filled.random;
    table.count(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    return table;
  }

  private Series series(int i) {
    EpisodeKind[] kinds = EpisodeKind.values();
    byte[] label = ("{größe=" + i + "}").getBytes(StandardCharsets.UTF_8);
    Series series = new Series(100L * i - 150, kinds[i % kinds.length], label);
    series.reader.atMs = random.nextLong();
    series.reader.startMs = random.nextLong();
    series.reader.sum = random.nextDouble();
    series.reader.weight = random.nextLong();
    skipTheBaselineOfVersionOne();
    new Random(i).nextBytes(series.detector);
    if (i % 2 == 1) {
      fill(series.gate);
    }
    return series;
  }

  /** Version 1 drew its baselines between the counter and the gate: ints, longs and floats. */
  private void skipTheBaselineOfVersionOne() {
    int[] steps = {1, 6, 4, 5, 14, 1, 36}; // an int or a float is one draw, a long or a double two
    for (int i = 0; i < Arrays.stream(steps).sum(); i++) {
      random.nextInt();
    }
  }

  private void fill(EpisodeGate gate) {
    gate.startedAtMs = 1L + random.nextInt(1000);
    gate.hits = random.nextInt();
    gate.calm = random.nextInt();
    gate.revision = random.nextInt();
    gate.worstP = random.nextDouble();
    gate.worstValue = random.nextDouble();
    gate.worstExpected = random.nextDouble();
    gate.worstLower = random.nextDouble();
    gate.worstUpper = random.nextDouble();
    gate.worstSupport = random.nextLong();
  }
}
