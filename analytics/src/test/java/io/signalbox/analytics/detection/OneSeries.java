// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.ShardKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A single gauge fed value by value, and the episodes it caused. */
final class OneSeries {
  static final ShardKey KEY = new ShardKey("prod", "cart", "");
  static final long START_MS = 1_699_920_000_000L;

  final SeriesTable table = new SeriesTable(SeriesSettings.defaults());
  final List<Episode> episodes = new ArrayList<>();
  final Direction direction;
  final long stepMs;
  final Random random;
  int fed;

  OneSeries(Direction direction, long stepMs, long seed) {
    this.direction = direction;
    this.stepMs = stepMs;
    this.random = new Random(seed);
  }

  OneSeries(long seed) {
    this(Direction.BOTH, 10_000, seed);
  }

  interface Shape {
    double at(int i);
  }

  OneSeries feed(int n, Shape shape) {
    for (int i = 0; i < n; i++) {
      table.observe(
          1,
          EpisodeKind.METRIC,
          "load",
          KEY,
          START_MS + fed++ * stepMs,
          shape.at(i),
          1,
          direction,
          episodes::add);
    }
    return this;
  }

  OneSeries noise(int n, double level, double sigma) {
    return feed(n, i -> level + sigma * random.nextGaussian());
  }

  List<Episode> opened() {
    return episodes.stream().filter(e -> e.status() == EpisodeStatus.OPEN).toList();
  }

  /** How many values after the given one the first episode opened; 1 is at once, 0 never. */
  int delayAfter(int values) {
    return opened().isEmpty()
        ? 0
        : (int) ((opened().get(0).updatedAt().toEpochMilli() - START_MS) / stepMs) - values + 1;
  }
}
