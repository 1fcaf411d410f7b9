// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Reads the fields of the four kinds of data point; their numbers differ from kind to kind. */
final class PointFields {
  private static final int START = 2 << 3 | Wire.I64;
  private static final int TIME = 3 << 3 | Wire.I64;
  private static final int COUNT = 4 << 3 | Wire.I64;
  private static final int SUM = 5 << 3 | Wire.I64;

  private final Wire wire;
  private final PointAttributes attributes;
  private final MetricPointView point;

  PointFields(Wire wire, PointAttributes attributes, MetricPointView point) {
    this.wire = wire;
    this.attributes = attributes;
    this.point = point;
  }

  /** Reads the LEN field just taken as a point of this kind. */
  void read(MetricKind kind) throws MalformedTelemetry {
    int outerEnd = wire.enter();
    attributes.clear();
    point.hasLists = kind != MetricKind.GAUGE && kind != MetricKind.SUM;
    point.isClear = !point.hasLists;
    switch (kind) {
      case GAUGE, SUM -> number();
      case HISTOGRAM -> histogram();
      case EXPONENTIAL_HISTOGRAM -> exponentialHistogram();
      case SUMMARY -> summary();
    }
    point.attributes = attributes.view();
    wire.leave(outerEnd);
  }

  private void number() throws MalformedTelemetry {
    while (wire.next()) {
      switch (wire.tag) {
        case START -> point.startUnixNano = wire.value;
        case TIME -> point.timeUnixNano = wire.value;
        case 4 << 3 | Wire.I64 -> setValue(ValueType.DOUBLE);
        case 6 << 3 | Wire.I64 -> setValue(ValueType.INT);
        case 7 << 3 | Wire.LEN -> attributes.add();
        case 8 << 3 | Wire.VARINT -> point.flags = (int) wire.value;
        default -> {} // unknown and unused fields
      }
    }
  }

  private void setValue(ValueType type) {
    point.valueType = type;
    point.valueBits = wire.value;
  }

  private void histogram() throws MalformedTelemetry {
    while (wire.next()) {
      switch (wire.tag) {
        case 6 << 3 | Wire.LEN -> wire.packedFixed(point.bucketCounts);
        case 6 << 3 | Wire.I64 -> addCount();
        case 7 << 3 | Wire.LEN -> wire.packedDoubles(point.explicitBounds);
        case 7 << 3 | Wire.I64 -> addBound();
        case 9 << 3 | Wire.LEN -> attributes.add();
        case 10 << 3 | Wire.VARINT -> point.flags = (int) wire.value;
        case 11 << 3 | Wire.I64 -> point.min = number64();
        case 12 << 3 | Wire.I64 -> point.max = number64();
        default -> aggregate();
      }
    }
  }

  private void addCount() throws MalformedTelemetry {
    wire.requireRoom(point.bucketCounts.size());
    point.bucketCounts.add(wire.value);
  }

  private void addBound() throws MalformedTelemetry {
    wire.requireRoom(point.explicitBounds.size());
    point.explicitBounds.add(number64());
  }

  private double number64() {
    return Double.longBitsToDouble(wire.value);
  }

  /** The fields that have the same number in all kinds but the plain number. */
  private void aggregate() {
    switch (wire.tag) {
      case START -> point.startUnixNano = wire.value;
      case TIME -> point.timeUnixNano = wire.value;
      case COUNT -> point.count = wire.value;
      case SUM -> point.sum = number64();
      default -> {} // unknown and unused fields
    }
  }

  private void exponentialHistogram() throws MalformedTelemetry {
    while (wire.next()) {
      switch (wire.tag) {
        case 1 << 3 | Wire.LEN -> attributes.add();
        case 6 << 3 | Wire.VARINT -> point.scale = zigzag();
        case 7 << 3 | Wire.I64 -> point.zeroCount = wire.value;
        case 8 << 3 | Wire.LEN -> buckets(point.positive);
        case 9 << 3 | Wire.LEN -> buckets(point.negative);
        case 10 << 3 | Wire.VARINT -> point.flags = (int) wire.value;
        case 12 << 3 | Wire.I64 -> point.min = number64();
        case 13 << 3 | Wire.I64 -> point.max = number64();
        case 14 << 3 | Wire.I64 -> point.zeroThreshold = number64();
        default -> aggregate();
      }
    }
  }

  private int zigzag() {
    int folded = (int) wire.value;
    return folded >>> 1 ^ -(folded & 1);
  }

  private void buckets(BucketsView into) throws MalformedTelemetry {
    int outerEnd = wire.enter();
    while (wire.next()) {
      switch (wire.tag) {
        case 1 << 3 | Wire.VARINT -> into.offset = zigzag();
        case 2 << 3 | Wire.LEN -> wire.packedVarints(into.counts);
        case 2 << 3 | Wire.VARINT -> {
          wire.requireRoom(into.counts.size());
          into.counts.add(wire.value);
        }
        default -> {} // unknown fields
      }
    }
    wire.leave(outerEnd);
  }

  private void summary() throws MalformedTelemetry {
    point.sum = 0;
    while (wire.next()) {
      switch (wire.tag) {
        case 6 << 3 | Wire.LEN -> quantile();
        case 7 << 3 | Wire.LEN -> attributes.add();
        case 8 << 3 | Wire.VARINT -> point.flags = (int) wire.value;
        default -> aggregate();
      }
    }
  }

  private void quantile() throws MalformedTelemetry {
    wire.requireRoom(point.quantiles.size());
    double quantile = 0;
    double value = 0;
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == (1 << 3 | Wire.I64)) {
        quantile = number64();
      } else if (wire.tag == (2 << 3 | Wire.I64)) {
        value = number64();
      }
    }
    wire.leave(outerEnd);
    point.quantiles.add(quantile);
    point.quantileValues.add(value);
  }
}
