// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.schemas.signals.MalformedTelemetry;
import io.signalbox.schemas.signals.MetricKind;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.OtlpReader;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricLoadTest {
  private static final long START = MetricLoad.START_MS;
  private static final int SERIES = 40;
  private final MetricLoad load = new MetricLoad(200, SERIES, START, 10_000);

  @Test
  void aRequestNamesItsServiceAndItsTime() {
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(1)
        .cut(
            SignalKind.METRICS,
            new Origin("test", 0, 0, Long.MAX_VALUE),
            load.request(123, START + 5_000),
            batches::add);

    SignalBatch points = batches.get(0);
    assertEquals("service-0000123", points.service());
    assertEquals("service-0000123-0", points.instance());
    assertEquals("load", points.environment());
    assertEquals(SERIES, points.count());
    assertEquals(START + 5_000, points.latestMs());
  }

  @Test
  void everySeriesOfEveryServiceIsAnother() throws MalformedTelemetry {
    Set<Long> series = new HashSet<>();
    for (int service = 0; service < 200; service++) {
      byte[] request = load.request(service, START);
      new OtlpReader()
          .readMetrics(request, 0, request.length, point -> series.add(point.seriesHash()));
    }
    assertEquals(200 * SERIES, series.size());
  }

  @Test
  void countersOnlyGrowAndGaugesGoUpAndDown() throws MalformedTelemetry {
    double[] before = values(7, START);
    int ups = 0;
    int downs = 0;
    for (int scrape = 1; scrape < 3_000; scrape++) {
      double[] now = values(7, START + scrape * 10_000L);
      for (int i = 0; i < SERIES; i++) {
        if (RequestTemplate.isCounter(i)) {
          assertTrue(now[i] > before[i], "counter " + i + " at scrape " + scrape);
        } else {
          ups += now[i] > before[i] ? 1 : 0;
          downs += now[i] < before[i] ? 1 : 0;
        }
      }
      before = now;
    }
    assertTrue(ups > 10_000 && downs > 10_000, ups + " ups, " + downs + " downs");
  }

  @Test
  void theNightIsQuieterThanTheAfternoon() {
    assertEquals(0.7, DayShape.at(0), 1e-12);
    assertEquals(1.3, DayShape.at(43_200), 1e-12);
    assertEquals(86_400, DayShape.busySeconds(86_400), 1e-6);
    assertEquals(3 * 86_400 + DayShape.busySeconds(600), DayShape.busySeconds(259_800), 1e-6);
  }

  @Test
  void aFewGaugesReadFarTooMuch() throws MalformedTelemetry {
    int anomalous = 0;
    for (int service = 0; service < 200; service++) {
      for (int window = 0; window < 20; window++) {
        long atMs = START + window * 300_000L;
        int series = load.anomalous(service, atMs);
        if (series >= 0) {
          anomalous++;
          double usual = values(service, atMs - 300_000)[series];
          assertTrue(values(service, atMs)[series] > 1.7 * usual, "service " + service);
        }
      }
    }
    assertTrue(anomalous > 20 && anomalous < 100, anomalous + " of 4000");
  }

  @Test
  void twoLoadsSendTheSameBytes() {
    MetricLoad other = new MetricLoad(200, SERIES, START, 10_000);
    byte[] first = load.request(3, START + 20_000).clone();
    other.request(9, START + 70_000);
    assertEquals(
        new String(first, java.nio.charset.StandardCharsets.ISO_8859_1),
        new String(other.request(3, START + 20_000), java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void parallelSourcesHaveServicesOfTheirOwnAndTimeGoesForward() {
    LoadSource source = new LoadSource(new MetricLoad(4, 1, START, 10_000), 10_000, 2);
    long second = LoadSource.ENDLESS / 2;
    Set<String> firstNames = new HashSet<>();
    Set<String> secondNames = new HashSet<>();
    long before = START - 1;
    for (long n = 0; n < 8; n++) {
      SignalBatch sent = cut(source.map(n));
      firstNames.add(sent.service());
      assertTrue(sent.latestMs() > before);
      before = sent.latestMs();
      secondNames.add(cut(source.map(second + n)).service());
    }
    assertEquals(Set.of("service-0000000", "service-0000001"), firstNames);
    assertEquals(Set.of("service-0000002", "service-0000003"), secondNames);
  }

  @Test
  void aLoadWithoutServicesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MetricLoad(0, 1, START, 1));
    assertThrows(IllegalArgumentException.class, () -> new MetricLoad(10_000_000, 1, START, 1));
  }

  private static SignalBatch cut(byte[] request) {
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(1)
        .cut(SignalKind.METRICS, new Origin("test", 0, 0, Long.MAX_VALUE), request, batches::add);
    return batches.get(0);
  }

  private double[] values(int service, long atMs) throws MalformedTelemetry {
    byte[] request = load.request(service, atMs);
    double[] values = new double[SERIES];
    int[] count = {0};
    new OtlpReader()
        .readMetrics(
            request,
            0,
            request.length,
            point -> {
              boolean counter = point.metric().kind() == MetricKind.SUM;
              assertEquals(RequestTemplate.isCounter(count[0]), counter);
              values[count[0]++] = point.doubleValue();
            });
    assertEquals(SERIES, count[0]);
    return values;
  }
}
