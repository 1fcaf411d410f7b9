// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Cuts the metrics of one request into batches by instance and tick. */
final class MetricCutter implements MetricVisitor {
  private static final byte[] COUNT = "#count".getBytes(StandardCharsets.UTF_8);
  private static final byte[] MEAN = "#mean".getBytes(StandardCharsets.UTF_8);

  private final IdentityReader identities;
  private final Refusals refusals;
  private final Labels labels = new Labels();
  private final Sorted<ServiceIdentity, PointRowsWriter> rows = new Sorted<>(PointRowsWriter::new);
  private byte[] label = new byte[512];

  MetricCutter(IdentityReader identities, Refusals refusals) {
    this.identities = identities;
    this.refusals = refusals;
  }

  void clear() {
    rows.clear();
  }

  @Override
  public void point(MetricPointView point) {
    ServiceIdentity identity = identities.of(point);
    TelemetryContract.Refusal refusal = TelemetryContract.refuse(point);
    if (refusals.accepts(
        identity, refusal, point.timeUnixNano(), "metric", point.metric().name())) {
      if (point.hasRecordedValue()) {
        add(identity, point);
      }
    } else {
      refusals.item(identity, point);
    }
  }

  private void add(ServiceIdentity identity, MetricPointView point) {
    long atMs = EventTime.toMs(point.timeUnixNano());
    PointRowsWriter out = rows.drawer(identity, atMs);
    MetricView metric = point.metric();
    boolean delta = metric.temporality() == Temporality.DELTA;
    switch (metric.kind()) {
      case GAUGE -> add(out, point, Nature.GAUGE, point.doubleValue());
      case SUM -> add(out, point, natureOfSum(metric), point.doubleValue());
      case HISTOGRAM, EXPONENTIAL_HISTOGRAM -> addDistribution(out, point, delta);
      case SUMMARY -> {
        addDistribution(out, point, false);
        for (int i = 0; i < point.quantiles().size(); i++) {
          String suffix = "#q" + point.quantiles().get(i);
          byte[] utf8 = suffix.getBytes(StandardCharsets.UTF_8);
          add(out, point, utf8, Nature.GAUGE, point.quantileValues().get(i), 0);
        }
      }
    }
  }

  private static Nature natureOfSum(MetricView metric) {
    if (metric.temporality() == Temporality.DELTA) {
      return Nature.DELTA;
    }
    return metric.monotonic() ? Nature.COUNTER : Nature.GAUGE;
  }

  private void addDistribution(PointRowsWriter out, MetricPointView point, boolean delta) {
    add(out, point, COUNT, delta ? Nature.DELTA : Nature.COUNTER, (double) point.count(), 0);
    if (!Double.isNaN(point.sum())) {
      Nature nature = delta ? Nature.DELTA_MEAN : Nature.CUMULATIVE_MEAN;
      add(out, point, MEAN, nature, point.sum(), point.count());
    }
  }

  private void add(PointRowsWriter out, MetricPointView point, Nature nature, double value) {
    long series = point.seriesHash();
    byte[] plain = labels.of(series, point);
    write(out, point, series, nature, value, 0, plain, plain.length);
  }

  /** A series derived from a point: the suffix joins its identity and its label. */
  private void add(
      PointRowsWriter out,
      MetricPointView point,
      byte[] suffix,
      Nature nature,
      double value,
      long weight) {
    long series = point.seriesHash();
    byte[] plain = labels.of(series, point);
    int length = plain.length + suffix.length;
    if (label.length < length) {
      label = new byte[2 * length];
    }
    System.arraycopy(plain, 0, label, 0, plain.length);
    System.arraycopy(suffix, 0, label, plain.length, suffix.length);
    long derived = Hash64.pair(series, Arrays.hashCode(suffix));
    write(out, point, derived, nature, value, weight, label, length);
  }

  private static void write(
      PointRowsWriter out,
      MetricPointView point,
      long series,
      Nature nature,
      double value,
      long weight,
      byte[] label,
      int length) {
    long startMs =
        EventTime.possible(point.startUnixNano()) ? EventTime.toMs(point.startUnixNano()) : 0;
    long atMs = EventTime.toMs(point.timeUnixNano());
    out.add(series, atMs, startMs, nature, value, weight, label, length);
  }

  void flush(Consumer<SignalBatch> batches) {
    Set<Spoken> spoken = new LinkedHashSet<>();
    rows.forEach(
        (place, writer) -> {
          ServiceIdentity who = place.group();
          spoken.add(new Spoken(who.environment(), who.service(), place.tickMs()));
          batches.accept(
              new SignalBatch(
                  BatchKind.METRICS,
                  who.environment(),
                  who.service(),
                  who.instance(),
                  place.tickMs(),
                  writer.latestMs(),
                  writer.count(),
                  writer.payload()));
        });
    spoken.forEach(who -> batches.accept(who.batch()));
  }

  /** The points go to the instances of a service; that it spoke at all concerns the service. */
  private record Spoken(String environment, String service, long tickMs) {
    private static final byte[] NOTHING = LogLines.encode(List.of());

    SignalBatch batch() {
      return new SignalBatch(BatchKind.LOGS, environment, service, "", tickMs, tickMs, 0, NOTHING);
    }
  }
}
