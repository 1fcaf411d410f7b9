// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Baseline;
import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.detection.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    fill(series.baseline);
    if (i % 2 == 1) {
      fill(series.gate);
    }
    return series;
  }

  private void fill(Baseline baseline) {
    baseline.count = random.nextInt();
    baseline.bornAtMs = random.nextLong();
    baseline.warmFromMs = random.nextLong();
    baseline.lastAtMs = random.nextLong();
    baseline.last = random.nextDouble();
    baseline.quantum = random.nextDouble();
    baseline.intervalMs = random.nextFloat();
    baseline.previous = random.nextFloat();
    baseline.beforePrevious = random.nextFloat();
    baseline.slowMiss = random.nextFloat();
    baseline.hourlyMiss = random.nextFloat();
    fill(baseline.fast);
    fill(baseline.slow);
    fill(baseline.hourly);
    baseline.profile.anchor = random.nextDouble();
    baseline.profile.seen = random.nextInt();
    fill(baseline.profile.slots);
    fill(baseline.tail.bins);
  }

  private void fill(Track track) {
    track.level = random.nextDouble();
    track.scale = random.nextDouble();
  }

  private void fill(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
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
