// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.signalbox.benchmarks.load.MetricLoad;
import io.signalbox.schemas.signals.MalformedTelemetry;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.OtlpReader;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading requests of metrics: ours to the identity of each series, ours with cutting, and the
 * object tree of the protobuf library with a hash of the attributes. The rates beside each are
 * points and bytes of requests a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OtlpReadBenchmark {
  private static final int SERVICES = 200;
  private static final int SERIES = 100;
  private static final long AT_MS = 1_767_600_000_000L;

  /** Attributes of a point: beyond two, more of them as infrastructure metrics have. */
  @Param({"2", "4"})
  public int attributes;

  private final OtlpReader reader = new OtlpReader();
  private final RequestCutter cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS);
  private final Origin origin = new Origin("requests", 0, 0, Long.MAX_VALUE);
  private byte[][] requests = {};
  private int next;

  /** What was read. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    /** Points. */
    public long points;

    /** Bytes. */
    public long bytes;
  }

  /** Makes the requests. */
  @Setup
  public void make() {
    MetricLoad load = new MetricLoad(SERVICES, SERIES, attributes, AT_MS, 10_000);
    requests = new byte[SERVICES][];
    for (int service = 0; service < SERVICES; service++) {
      requests[service] = load.request(service, AT_MS + service).clone();
    }
  }

  private byte[] next(Read read) {
    next = (next + 1) % requests.length;
    read.points += SERIES;
    read.bytes += requests[next].length;
    return requests[next];
  }

  /** Each point with its series, time and value. */
  @Benchmark
  public void read(Read read, Blackhole hole) throws MalformedTelemetry {
    byte[] request = next(read);
    reader.readMetrics(
        request,
        0,
        request.length,
        point -> {
          hole.consume(point.seriesHash());
          hole.consume(point.timeUnixNano());
          hole.consume(point.doubleValue());
        });
  }

  /** The same, and the batches that are shuffled. */
  @Benchmark
  public void cut(Read read, Blackhole hole) {
    cutter.cut(SignalKind.METRICS, origin, next(read), hole::consume);
  }

  /** The object tree, with the same: a hash of the attributes in any order tells a series. */
  @Benchmark
  public void protobuf(Read read, Blackhole hole) throws InvalidProtocolBufferException {
    var request = ExportMetricsServiceRequest.parseFrom(next(read));
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      hole.consume(resource.getResource().getAttributesList());
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        for (Metric metric : scope.getMetricsList()) {
          hole.consume(metric.getName());
          metric.getGauge().getDataPointsList().forEach(point -> consume(point, hole));
        }
      }
    }
  }

  private static void consume(NumberDataPoint point, Blackhole hole) {
    int series = 0;
    for (KeyValue attribute : point.getAttributesList()) {
      series += 31 * attribute.getKey().hashCode() + attribute.getValue().hashCode();
    }
    hole.consume(series);
    hole.consume(point.getTimeUnixNano());
    hole.consume(point.getAsDouble());
  }
}
