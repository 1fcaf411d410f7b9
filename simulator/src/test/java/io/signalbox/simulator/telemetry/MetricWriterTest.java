// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import static io.opentelemetry.proto.metrics.v1.AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
import static io.opentelemetry.proto.metrics.v1.AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricWriterTest {
  private static final long START = 1_000;
  private static final long AT = 2_000;

  private final MetricWriter writer = new MetricWriter();

  MetricWriterTest() {
    writer.scrape(START, AT);
  }

  @Test
  void gaugesAreDoublesOrIntegers() throws InvalidProtocolBufferException {
    writer.gauge("a", "1", 0.5);
    writer.gauge("b", "By", -3L);
    NumberDataPoint.Builder point = NumberDataPoint.newBuilder().setTimeUnixNano(AT);
    Gauge real = Gauge.newBuilder().addDataPoints(point.clone().setAsDouble(0.5)).build();
    Gauge whole = Gauge.newBuilder().addDataPoints(point.setAsInt(-3)).build();
    assertEquals(
        List.of(metric("a", "1").setGauge(real).build(), metric("b", "By").setGauge(whole).build()),
        written());
    assertEquals(2, writer.points());
  }

  @Test
  void sumsSayWhetherTheyAreMonotonicAndFromWhenTheyCount() throws InvalidProtocolBufferException {
    writer.counter("a", "1", 7, "k", "v");
    writer.upDown("b", "1", 8, "", "");
    writer.delta("c", "1", 1_500, 9, "", "");
    KeyValue attribute =
        KeyValue.newBuilder()
            .setKey("k")
            .setValue(AnyValue.newBuilder().setStringValue("v"))
            .build();
    NumberDataPoint.Builder point =
        NumberDataPoint.newBuilder().setStartTimeUnixNano(START).setTimeUnixNano(AT);
    Sum counter =
        sum(point.clone().setAsInt(7).addAttributes(attribute))
            .setAggregationTemporality(AGGREGATION_TEMPORALITY_CUMULATIVE)
            .setIsMonotonic(true)
            .build();
    Sum upDown =
        sum(point.clone().setAsInt(8))
            .setAggregationTemporality(AGGREGATION_TEMPORALITY_CUMULATIVE)
            .build();
    Sum delta =
        sum(point.setStartTimeUnixNano(1_500).setAsInt(9))
            .setAggregationTemporality(AGGREGATION_TEMPORALITY_DELTA)
            .setIsMonotonic(true)
            .build();
    assertEquals(
        List.of(
            metric("a", "1").setSum(counter).build(),
            metric("b", "1").setSum(upDown).build(),
            metric("c", "1").setSum(delta).build()),
        written());
  }

  @Test
  void histogramsHaveOneBucketMoreThanBounds() throws InvalidProtocolBufferException {
    writer.histogram("a", "s", new double[] {0.1, 1}, new long[] {3, 300, 0}, 12.5);
    HistogramDataPoint point =
        HistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(START)
            .setTimeUnixNano(AT)
            .setCount(303)
            .setSum(12.5)
            .addAllExplicitBounds(List.of(0.1, 1.0))
            .addAllBucketCounts(List.of(3L, 300L, 0L))
            .build();
    Histogram histogram =
        Histogram.newBuilder()
            .setAggregationTemporality(AGGREGATION_TEMPORALITY_CUMULATIVE)
            .addDataPoints(point)
            .build();
    assertEquals(List.of(metric("a", "s").setHistogram(histogram).build()), written());
  }

  @Test
  void exponentialHistogramsLeaveOutEmptyEnds() throws InvalidProtocolBufferException {
    writer.exponential("a", "By", 2, new long[] {0, 0, 5, 0, 400, 0}, 99);
    ExponentialHistogramDataPoint point =
        ExponentialHistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(START)
            .setTimeUnixNano(AT)
            .setCount(405)
            .setSum(99)
            .setScale(2)
            .setPositive(
                Buckets.newBuilder().setOffset(2).addAllBucketCounts(List.of(5L, 0L, 400L)))
            .build();
    ExponentialHistogram histogram =
        ExponentialHistogram.newBuilder()
            .setAggregationTemporality(AGGREGATION_TEMPORALITY_CUMULATIVE)
            .addDataPoints(point)
            .build();
    assertEquals(List.of(metric("a", "By").setExponentialHistogram(histogram).build()), written());
  }

  @Test
  void summariesHaveQuantiles() throws InvalidProtocolBufferException {
    writer.summary("a", 4, 2.5, new double[] {0.5, 1}, new double[] {0.2, 1.5});
    SummaryDataPoint point =
        SummaryDataPoint.newBuilder()
            .setStartTimeUnixNano(START)
            .setTimeUnixNano(AT)
            .setCount(4)
            .setSum(2.5)
            .addQuantileValues(ValueAtQuantile.newBuilder().setQuantile(0.5).setValue(0.2))
            .addQuantileValues(ValueAtQuantile.newBuilder().setQuantile(1).setValue(1.5))
            .build();
    Summary summary = Summary.newBuilder().addDataPoints(point).build();
    assertEquals(List.of(metric("a", "s").setSummary(summary).build()), written());
  }

  private List<Metric> written() throws InvalidProtocolBufferException {
    return ScopeMetrics.parseFrom(writer.toBytes()).getMetricsList();
  }

  private static Metric.Builder metric(String name, String unit) {
    return Metric.newBuilder().setName(name).setUnit(unit);
  }

  private static Sum.Builder sum(NumberDataPoint.Builder point) {
    return Sum.newBuilder().addDataPoints(point);
  }
}
