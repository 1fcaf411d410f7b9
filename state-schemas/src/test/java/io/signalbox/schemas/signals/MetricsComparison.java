// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Holds every point that is shown against the library's, in lock step. */
final class MetricsComparison implements MetricVisitor {
  private record Item(int group, Metric metric, Message point) {}

  private final Deque<List<KeyValue>> resources = new ArrayDeque<>();
  private final Deque<Item> expected = new ArrayDeque<>();
  private int groups;
  int compared;

  MetricsComparison(ExportMetricsServiceRequest request) {
    for (var group : request.getResourceMetricsList()) {
      resources.add(group.getResource().getAttributesList());
      for (var scope : group.getScopeMetricsList()) {
        for (Metric metric : scope.getMetricsList()) {
          for (Message point : points(metric)) {
            expected.add(new Item(resources.size(), metric, point));
          }
        }
      }
    }
  }

  private static List<? extends Message> points(Metric metric) {
    return switch (metric.getDataCase()) {
      case GAUGE -> metric.getGauge().getDataPointsList();
      case SUM -> metric.getSum().getDataPointsList();
      case HISTOGRAM -> metric.getHistogram().getDataPointsList();
      case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getDataPointsList();
      case SUMMARY -> metric.getSummary().getDataPointsList();
      default -> List.of();
    };
  }

  void finish() {
    assertEquals(0, resources.size(), "resources not shown");
    assertEquals(0, expected.size(), "points not shown");
  }

  @Override
  public void resource(ResourceView shown) {
    groups++;
    Expected.attributes(resources.remove(), shown.attributes());
  }

  @Override
  public void point(MetricPointView shown) {
    assertFalse(expected.isEmpty(), "a point that is not there");
    Item item = expected.remove();
    compared++;
    assertEquals(item.group, groups);
    compareMetric(item.metric, shown.metric());
    if (item.point instanceof NumberDataPoint number) {
      compare(number, shown);
    } else if (item.point instanceof HistogramDataPoint histogram) {
      compare(histogram, shown);
    } else if (item.point instanceof ExponentialHistogramDataPoint histogram) {
      compare(histogram, shown);
    } else {
      compare((SummaryDataPoint) item.point, shown);
    }
  }

  private static void compare(NumberDataPoint expected, MetricPointView shown) {
    Expected.attributes(expected.getAttributesList(), shown.attributes());
    times(expected.getStartTimeUnixNano(), expected.getTimeUnixNano(), expected.getFlags(), shown);
    switch (expected.getValueCase()) {
      case AS_INT -> {
        assertEquals(ValueType.INT, shown.valueType());
        assertEquals(expected.getAsInt(), shown.longValue());
      }
      case AS_DOUBLE -> {
        assertEquals(ValueType.DOUBLE, shown.valueType());
        assertEquals(expected.getAsDouble(), shown.doubleValue());
      }
      default -> assertEquals(ValueType.NONE, shown.valueType());
    }
  }

  private static void compare(HistogramDataPoint expected, MetricPointView shown) {
    Expected.attributes(expected.getAttributesList(), shown.attributes());
    times(expected.getStartTimeUnixNano(), expected.getTimeUnixNano(), expected.getFlags(), shown);
    assertEquals(expected.getCount(), shown.count());
    assertEquals(expected.hasSum() ? expected.getSum() : Double.NaN, shown.sum());
    assertEquals(expected.hasMin() ? expected.getMin() : Double.NaN, shown.min());
    assertEquals(expected.hasMax() ? expected.getMax() : Double.NaN, shown.max());
    longs(expected.getBucketCountsList(), shown.bucketCounts());
    doubles(expected.getExplicitBoundsList(), shown.explicitBounds());
  }

  private static void compare(ExponentialHistogramDataPoint expected, MetricPointView shown) {
    Expected.attributes(expected.getAttributesList(), shown.attributes());
    times(expected.getStartTimeUnixNano(), expected.getTimeUnixNano(), expected.getFlags(), shown);
    assertEquals(expected.getCount(), shown.count());
    assertEquals(expected.hasSum() ? expected.getSum() : Double.NaN, shown.sum());
    assertEquals(expected.hasMin() ? expected.getMin() : Double.NaN, shown.min());
    assertEquals(expected.hasMax() ? expected.getMax() : Double.NaN, shown.max());
    assertEquals(expected.getScale(), shown.scale());
    assertEquals(expected.getZeroCount(), shown.zeroCount());
    assertEquals(expected.getZeroThreshold(), shown.zeroThreshold());
    assertEquals(expected.getPositive().getOffset(), shown.positive().offset());
    longs(expected.getPositive().getBucketCountsList(), shown.positive().counts());
    assertEquals(expected.getNegative().getOffset(), shown.negative().offset());
    longs(expected.getNegative().getBucketCountsList(), shown.negative().counts());
  }

  private static void compare(SummaryDataPoint expected, MetricPointView shown) {
    Expected.attributes(expected.getAttributesList(), shown.attributes());
    times(expected.getStartTimeUnixNano(), expected.getTimeUnixNano(), expected.getFlags(), shown);
    assertEquals(expected.getCount(), shown.count());
    assertEquals(expected.getSum(), shown.sum());
    var at = expected.getQuantileValuesList();
    doubles(
        at.stream().map(SummaryDataPoint.ValueAtQuantile::getQuantile).toList(), shown.quantiles());
    doubles(
        at.stream().map(SummaryDataPoint.ValueAtQuantile::getValue).toList(),
        shown.quantileValues());
  }

  private static void times(long start, long time, int flags, MetricPointView shown) {
    assertEquals(start, shown.startUnixNano());
    assertEquals(time, shown.timeUnixNano());
    assertEquals((flags & 1) == 0, shown.hasRecordedValue());
  }

  private static void longs(List<Long> expected, Longs shown) {
    assertEquals(expected.size(), shown.size());
    for (int i = 0; i < shown.size(); i++) {
      assertEquals(expected.get(i), shown.get(i));
    }
  }

  private static void doubles(List<Double> expected, Doubles shown) {
    assertEquals(expected.size(), shown.size());
    for (int i = 0; i < shown.size(); i++) {
      assertEquals(expected.get(i), shown.get(i));
    }
  }

  private static void compareMetric(Metric expected, MetricView shown) {
    assertEquals(expected.getName(), shown.name().toString());
    assertEquals(expected.getUnit(), shown.unit().toString());
    assertEquals(expected.getDataCase().name(), shown.kind().name());
    int temporality =
        switch (expected.getDataCase()) {
          case SUM -> expected.getSum().getAggregationTemporalityValue();
          case HISTOGRAM -> expected.getHistogram().getAggregationTemporalityValue();
          case EXPONENTIAL_HISTOGRAM ->
              expected.getExponentialHistogram().getAggregationTemporalityValue();
          default -> 0;
        };
    assertEquals(Temporality.of(temporality), shown.temporality());
    assertEquals(expected.getSum().getIsMonotonic(), shown.monotonic());
  }
}
