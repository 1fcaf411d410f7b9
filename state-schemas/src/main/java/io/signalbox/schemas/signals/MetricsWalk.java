// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Reads metrics. Field numbers are those of opentelemetry/proto/metrics/v1. Name, temporality and
 * monotonicity may follow the points, so each metric is passed twice.
 */
final class MetricsWalk extends RequestWalk<MetricVisitor> {
  private static final int NAME = 1 << 3 | Wire.LEN;
  private static final int UNIT = 3 << 3 | Wire.LEN;
  private static final int GAUGE = 5 << 3 | Wire.LEN;
  private static final int SUM = 7 << 3 | Wire.LEN;
  private static final int HISTOGRAM = 9 << 3 | Wire.LEN;
  private static final int EXPONENTIAL_HISTOGRAM = 10 << 3 | Wire.LEN;
  private static final int SUMMARY = 11 << 3 | Wire.LEN;
  private static final int POINT = 1 << 3 | Wire.LEN;
  private static final int TEMPORALITY = 2 << 3 | Wire.VARINT;
  private static final int MONOTONIC = 3 << 3 | Wire.VARINT;

  private final MetricView metric = new MetricView();
  private final MetricPointView point = new MetricPointView(resource, metric);
  private final PointAttributes attributes = new PointAttributes(wire, keyValues);
  private final PlainMetric plain = new PlainMetric();
  private final PlainNumber number = new PlainNumber();
  private final PointFields fields = new PointFields(wire, attributes, point);

  /** Tag of the data that counts, and where its first message begins: a oneof's last case wins. */
  private int dataTag;

  private int dataAt;

  @Override
  void showResource(MetricVisitor visitor) {
    visitor.resource(resource);
  }

  @Override
  void item(MetricVisitor visitor) throws MalformedTelemetry {
    metric.clear();
    if (plain.read(wire.bytes, wire.from, wire.from + wire.size, metric)) {
      visitor.metric(metric);
      showPlain(visitor);
    } else {
      metric.clear();
      anyItem(visitor);
    }
  }

  private void showPlain(MetricVisitor visitor) throws MalformedTelemetry {
    byte[] bytes = wire.bytes;
    int end = wire.position();
    int dataTo = plain.dataTo;
    for (int at = plain.dataFrom; at < dataTo; ) {
      int tagAt = at++;
      if (bytes[tagAt] != (byte) POINT) {
        at++; // of a sum, read before
        continue;
      }
      int length = PlainMetric.length(bytes, at, dataTo);
      at += PlainMetric.lengthBytes(length);
      point.at(bytes, at, length);
      if (!point.isClear) {
        point.clear();
      }
      if (number.read(bytes, at, at + length, point, attributes)) {
        point.attributes = attributes.view(number.attributesFrom, number.attributesTo);
      } else {
        point.clear();
        wire.rewind(tagAt);
        wire.next();
        fields.read(metric.kind);
        wire.rewind(end);
      }
      visitor.point(point);
      at += length;
    }
  }

  private void anyItem(MetricVisitor visitor) throws MalformedTelemetry {
    dataTag = 0;
    int outerEnd = wire.enter();
    while (wire.next()) {
      field();
    }
    if (dataTag != 0) {
      metric.kind = kindOf(dataTag);
      visitor.metric(metric);
      wire.rewind(dataAt);
      showData(visitor);
    }
    wire.leave(outerEnd);
  }

  private void field() throws MalformedTelemetry {
    switch (wire.tag) {
      case NAME -> metric.name.set(wire.bytes, wire.from, wire.size);
      case UNIT -> metric.unit.set(wire.bytes, wire.from, wire.size);
      case GAUGE, SUM, HISTOGRAM, EXPONENTIAL_HISTOGRAM, SUMMARY -> locateData();
      default -> {} // unknown and unused fields
    }
  }

  private void locateData() throws MalformedTelemetry {
    if (wire.tag != dataTag) {
      dataTag = wire.tag;
      dataAt = wire.tagAt;
      metric.temporality = Temporality.UNSPECIFIED;
      metric.monotonic = false;
    }
    if (dataTag == GAUGE || dataTag == SUMMARY) {
      return;
    }
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == TEMPORALITY) {
        metric.temporality = Temporality.of((int) wire.value);
      } else if (wire.tag == MONOTONIC && dataTag == SUM) {
        metric.monotonic = wire.value != 0;
      }
    }
    wire.leave(outerEnd);
  }

  private static MetricKind kindOf(int tag) {
    return switch (tag) {
      case SUM -> MetricKind.SUM;
      case HISTOGRAM -> MetricKind.HISTOGRAM;
      case EXPONENTIAL_HISTOGRAM -> MetricKind.EXPONENTIAL_HISTOGRAM;
      case SUMMARY -> MetricKind.SUMMARY;
      default -> MetricKind.GAUGE;
    };
  }

  private void showData(MetricVisitor visitor) throws MalformedTelemetry {
    while (wire.next()) {
      if (wire.tag == dataTag) {
        int outerEnd = wire.enter();
        showPoints(visitor);
        wire.leave(outerEnd);
      }
    }
  }

  private void showPoints(MetricVisitor visitor) throws MalformedTelemetry {
    while (wire.next()) {
      if (wire.tag == POINT) {
        point.at(wire.bytes, wire.from, wire.size);
        point.clear();
        fields.read(metric.kind);
        visitor.point(point);
      }
    }
  }
}
