// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.Points;
import java.util.List;

/** Points from a list that is already in folding order. */
record ListedPoints(List<Point> points) implements Points {
  record Point(long series, long atMs, long startMs, Nature nature, double value, long weight) {
    static Point gauge(long series, long atMs, double value) {
      return new Point(series, atMs, 0, Nature.GAUGE, value, 0);
    }
  }

  @Override
  public int size() {
    return points.size();
  }

  @Override
  public long series(int i) {
    return points.get(i).series();
  }

  @Override
  public long atMs(int i) {
    return points.get(i).atMs();
  }

  @Override
  public long startMs(int i) {
    return points.get(i).startMs();
  }

  @Override
  public Nature nature(int i) {
    return points.get(i).nature();
  }

  @Override
  public double value(int i) {
    return points.get(i).value();
  }

  @Override
  public long weight(int i) {
    return points.get(i).weight();
  }

  @Override
  public String label(int i) {
    return "series " + points.get(i).series();
  }
}
