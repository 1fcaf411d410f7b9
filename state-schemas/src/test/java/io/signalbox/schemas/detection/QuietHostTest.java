// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.schemas.detection.ListedPoints.Point;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietHostTest {
  private static final String CAPTURE = "otlp/captures/hostandcollector-otelmetrics.zst";

  @Test
  void anHourOfAQuietHostRaisesAtMostThreeEpisodes() throws IOException {
    List<Point> points = read(capture());
    points.sort(Point.FOLDING_ORDER);
    SeriesTable table = new SeriesTable(SeriesSettings.defaults());
    AtomicInteger opened = new AtomicInteger();
    table.fold(
        new ListedPoints(points),
        new ShardKey("", "host", ""),
        e -> opened.addAndGet(e.status() == EpisodeStatus.OPEN ? 1 : 0));
    assertEquals(208_352, points.size());
    assertEquals(297, table.size());
    assertTrue(opened.get() <= 3, () -> opened + " episodes");
  }

  private static Path capture() {
    String data = System.getenv("SIGNALBOX_DATA");
    Path root = Path.of(System.getProperty("signalbox.root", ".."));
    Path folder = data != null ? Path.of(data) : root.resolve("../shared/data");
    Path capture = folder.resolve(CAPTURE);
    assumeTrue(Files.exists(capture), () -> "no capture at " + capture);
    return capture;
  }

  private static List<Point> read(Path capture) throws IOException {
    List<Point> points = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new ZstdInputStream(Files.newInputStream(capture)))) {
      while (true) {
        byte[] request = in.readNBytes(in.readInt());
        for (var resource :
            ExportMetricsServiceRequest.parseFrom(request).getResourceMetricsList()) {
          for (var scope : resource.getScopeMetricsList()) {
            scope.getMetricsList().forEach(metric -> add(points, metric));
          }
        }
      }
    } catch (EOFException e) {
      return points;
    }
  }

  private static void add(List<Point> points, Metric metric) {
    boolean grows = metric.hasSum() && metric.getSum().getIsMonotonic();
    Nature nature = grows ? Nature.COUNTER : Nature.GAUGE;
    for (NumberDataPoint point :
        metric.hasSum()
            ? metric.getSum().getDataPointsList()
            : metric.getGauge().getDataPointsList()) {
      TreeMap<String, String> attributes = new TreeMap<>();
      point.getAttributesList().forEach(a -> attributes.put(a.getKey(), a.getValue().toString()));
      String label = metric.getName() + attributes;
      points.add(
          new Point(
              label.hashCode(),
              point.getTimeUnixNano() / 1_000_000,
              point.getStartTimeUnixNano() / 1_000_000,
              nature,
              point.hasAsInt() ? point.getAsInt() : point.getAsDouble(),
              0,
              label));
    }
  }
}
