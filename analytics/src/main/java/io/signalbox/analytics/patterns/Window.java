// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.NavigableMap;
import java.util.SortedMap;

/** What the points of the last while say of where they go. Times in milliseconds. */
final class Window {
  private static final int MOST_POINTS = 60;
  private static final int LEAST_POINTS = 5;
  private static final double LEAST_SPAN = 0.8;

  private Window() {}

  /** Adds a point and says what the window makes of it; not a number while it is too short. */
  static double of(Judging judging, NavigableMap<Long, Double> points, long atMs, double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    long spacing = judging.windowMs() / MOST_POINTS;
    if (points.isEmpty() || atMs - points.lastKey() >= spacing) {
      points.put(atMs, value);
    }
    points.headMap(atMs - judging.windowMs()).clear();
    double span = points.lastKey() - points.firstKey();
    if (points.size() < LEAST_POINTS || span < LEAST_SPAN * judging.windowMs()) {
      return Double.NaN;
    }
    return switch (judging.reading()) {
      case GROWTH -> growth(points);
      case ACCELERATION -> acceleration(points);
      case FORECAST -> forecast(points, judging.target(), value);
      default -> slope(points);
    };
  }

  private static double growth(SortedMap<Long, Double> points) {
    double sum = 0;
    for (double value : points.values()) {
      sum += value;
    }
    double mean = sum / points.size();
    return mean == 0 ? 0 : slope(points) * (points.lastKey() - points.firstKey()) / 1000 / mean;
  }

  private static double acceleration(NavigableMap<Long, Double> points) {
    long middle = points.firstKey() + (points.lastKey() - points.firstKey()) / 2;
    SortedMap<Long, Double> earlier = points.headMap(middle, true);
    SortedMap<Long, Double> later = points.tailMap(middle, true);
    if (earlier.size() < 3 || later.size() < 3) {
      return Double.NaN;
    }
    double before = slope(earlier);
    return before > 0 ? slope(later) / before : 0;
  }

  private static double forecast(SortedMap<Long, Double> points, double target, double value) {
    double slope = slope(points);
    boolean there = slope > 0 ? value >= target : value == target;
    if (there) {
      return 0;
    }
    double seconds = (target - value) / slope;
    return seconds >= 0 ? seconds : Double.POSITIVE_INFINITY;
  }

  /** Least squares, per second; times count from the first point so that nothing cancels. */
  private static double slope(SortedMap<Long, Double> points) {
    long first = points.firstKey();
    double n = points.size();
    double sumT = 0;
    double sumV = 0;
    for (var point : points.entrySet()) {
      sumT += (point.getKey() - first) / 1000.0;
      sumV += point.getValue();
    }
    double meanT = sumT / n;
    double meanV = sumV / n;
    double both = 0;
    double square = 0;
    for (var point : points.entrySet()) {
      double t = (point.getKey() - first) / 1000.0 - meanT;
      both += t * (point.getValue() - meanV);
      square += t * t;
    }
    return square == 0 ? 0 : both / square;
  }
}
