// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * A point of any kind; what its kind does not have is 0, NaN or empty. A flyweight: valid only
 * inside the callback that shows it.
 */
public final class MetricPointView extends ItemView {
  private static final int NO_RECORDED_VALUE = 1;

  final MetricView metric;
  final BucketsView positive = new BucketsView();
  final BucketsView negative = new BucketsView();
  final Longs bucketCounts = new Longs();
  final Doubles explicitBounds = new Doubles();
  final Doubles quantiles = new Doubles();
  final Doubles quantileValues = new Doubles();

  /** True when a list may have elements: gauges and sums have none. */
  boolean hasLists;

  /** True when only what a gauge or sum has may be set. */
  boolean isClear;

  long startUnixNano;
  long timeUnixNano;
  int flags;
  ValueType valueType = ValueType.NONE;
  long valueBits;
  long count;
  double sum;
  double min;
  double max;
  int scale;
  long zeroCount;
  double zeroThreshold;

  MetricPointView(ResourceView resource, MetricView metric) {
    super(resource);
    this.metric = metric;
  }

  void clear() {
    if (hasLists) {
      clearLists();
    }
    setNumber(0, 0, 0, ValueType.NONE, 0);
    count = 0;
    sum = Double.NaN;
    min = Double.NaN;
    max = Double.NaN;
    scale = 0;
    zeroCount = 0;
    zeroThreshold = 0;
    isClear = true;
  }

  /** Sets all that a gauge or sum has; the rest must be clear. */
  void setNumber(long start, long time, int newFlags, ValueType type, long bits) {
    startUnixNano = start;
    timeUnixNano = time;
    flags = newFlags;
    valueType = type;
    valueBits = bits;
  }

  private void clearLists() {
    positive.clear();
    negative.clear();
    bucketCounts.clear();
    explicitBounds.clear();
    quantiles.clear();
    quantileValues.clear();
    hasLists = false;
  }

  /** The metric it belongs to. */
  public MetricView metric() {
    return metric;
  }

  /** Start of its interval, unsigned nanoseconds since 1970, 0 when unknown. */
  public long startUnixNano() {
    return startUnixNano;
  }

  /** Event time, unsigned nanoseconds since 1970; see {@link EventTime}. */
  public long timeUnixNano() {
    return timeUnixNano;
  }

  /** False when the point only says that the series has ended (flag NO_RECORDED_VALUE). */
  public boolean hasRecordedValue() {
    return (flags & NO_RECORDED_VALUE) == 0;
  }

  /** INT, DOUBLE, or NONE for a gauge or sum without a value and for the other kinds. */
  public ValueType valueType() {
    return valueType;
  }

  /** The value of an INT point. */
  public long longValue() {
    return valueBits;
  }

  /** The value of a gauge or sum as a double, NaN without one. */
  public double doubleValue() {
    return switch (valueType) {
      case INT -> (double) valueBits;
      case DOUBLE -> Double.longBitsToDouble(valueBits);
      default -> Double.NaN;
    };
  }

  /** Observations behind a histogram or summary, unsigned. */
  public long count() {
    return count;
  }

  /** Sum of the observations, NaN when not stated (a summary without one has 0). */
  public double sum() {
    return sum;
  }

  /** Least observation, NaN when not stated. */
  public double min() {
    return min;
  }

  /** Greatest observation, NaN when not stated. */
  public double max() {
    return max;
  }

  /** Counts of a histogram's buckets: one more than bounds, or none. */
  public Longs bucketCounts() {
    return bucketCounts;
  }

  /** Upper bounds of a histogram's buckets but the last. */
  public Doubles explicitBounds() {
    return explicitBounds;
  }

  /** Scale of an exponential histogram: its base is 2 to the power 2^-scale. */
  public int scale() {
    return scale;
  }

  /** Observations in the zero bucket of an exponential histogram. */
  public long zeroCount() {
    return zeroCount;
  }

  /** Observations up to this distance from zero count as zero. */
  public double zeroThreshold() {
    return zeroThreshold;
  }

  /** Buckets of the positive observations of an exponential histogram. */
  public BucketsView positive() {
    return positive;
  }

  /** Buckets of the negative observations of an exponential histogram. */
  public BucketsView negative() {
    return negative;
  }

  /** Quantiles of a summary, each 0..1. */
  public Doubles quantiles() {
    return quantiles;
  }

  /** Values at these quantiles. */
  public Doubles quantileValues() {
    return quantileValues;
  }

  /** Identity of the series: a hash of resource attributes, metric name and point attributes. */
  public long seriesHash() {
    long ofService = Hash64.pairOfMixed(metric.mixedName(), attributes.hash());
    return Hash64.pairOfMixed(resource.attributes.mixedHash(), ofService);
  }
}
