// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts the metrics of one request into batches by instance and tick. */
final class MetricCutter implements MetricVisitor {
  private static final int SPARE = 16;
  private static final byte[] NOTHING = {};
  private static final byte[] COUNT = "#count".getBytes(StandardCharsets.UTF_8);
  private static final byte[] MEAN = "#mean".getBytes(StandardCharsets.UTF_8);

  private final IdentityReader identities;
  private final Refusals refusals;
  private final SymptomCutter symptoms;
  private final Sorted<ServiceIdentity, PointRowsWriter> rows = new Sorted<>(this::writer);

  /** Writers of requests before, of which few have more than one batch. */
  private final Deque<PointRowsWriter> spare = new ArrayDeque<>();

  MetricCutter(IdentityReader identities, Refusals refusals, SymptomCutter symptoms) {
    this.identities = identities;
    this.refusals = refusals;
    this.symptoms = symptoms;
  }

  /** Who all points of the resource are of, null when each has to be asked. */
  private @Nullable ServiceIdentity ofAll;

  /** What rows of the symptom table want of the metric, null when none names it. */
  private @Nullable List<NamedMetrics.MetricUse> named;

  /** Whether the metric counts tokens that models used. */
  private boolean ofTokens;

  private final List<GenAiEvent> tokens = new ArrayList<>();

  void clear() {
    rows.forEach(
        (place, writer) -> {
          if (spare.size() < SPARE && writer.isSmall()) {
            writer.clear();
            spare.push(writer);
          }
        });
    rows.clear();
    tokens.clear();
  }

  private PointRowsWriter writer() {
    PointRowsWriter known = spare.poll();
    return known == null ? new PointRowsWriter() : known;
  }

  @Override
  public void resource(ResourceView resource) {
    ofAll = identities.ofAll(resource);
  }

  @Override
  public void metric(MetricView metric) {
    named = symptoms.usesOf(metric);
    ofTokens = TokenPointReader.concerns(metric.name());
  }

  @Override
  public void point(MetricPointView point) {
    ServiceIdentity identity = ofAll != null ? ofAll : identities.of(point);
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
    if (named != null) {
      symptoms.point(named, identity, point, atMs);
    }
    if (ofTokens) {
      tokens.add(TokenPointReader.of(identity, point));
    }
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

  private static void add(PointRowsWriter out, MetricPointView point, Nature nature, double value) {
    AttributesView attributes = point.attributes();
    write(out, point, attributes.hash(), NOTHING, point.seriesHash(), nature, value, 0);
  }

  /** A series derived from a point: the suffix joins its identity and its label. */
  private static void add(
      PointRowsWriter out,
      MetricPointView point,
      byte[] suffix,
      Nature nature,
      double value,
      long weight) {
    int ofSuffix = Arrays.hashCode(suffix);
    long label = Hash64.pair(point.attributes().hash(), ofSuffix);
    long series = Hash64.pair(point.seriesHash(), ofSuffix);
    write(out, point, label, suffix, series, nature, value, weight);
  }

  /** With the label {@code name{key=value,...}suffix}, keys in order. */
  private static void write(
      PointRowsWriter out,
      MetricPointView point,
      long label,
      byte[] suffix,
      long series,
      Nature nature,
      double value,
      long weight) {
    Text name = point.metric().name();
    out.name(name.bytes(), name.offset(), name.length());
    out.attributes(label, point.attributes().label(), suffix);
    long start = point.startUnixNano();
    long startMs = EventTime.possible(start) ? EventTime.toMs(start) : 0;
    out.add(series, EventTime.toMs(point.timeUnixNano()), startMs, nature, value, weight);
  }

  void flush(Consumer<SignalBatch> batches) {
    List<Spoken> spoken = new ArrayList<>();
    rows.forEach(
        (place, writer) -> {
          ServiceIdentity who = place.group();
          symptoms.present(who, place.tickMs());
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
    Collection<Spoken> all = spoken.size() > 1 ? new LinkedHashSet<>(spoken) : spoken;
    all.forEach(who -> batches.accept(who.batch()));
    tokens.forEach(event -> batches.accept(GenAiReader.batch(event)));
  }

  /** The points go to the instances of a service; that it spoke at all concerns the service. */
  private record Spoken(String environment, String service, long tickMs) {
    private static final byte[] NOTHING = LogLines.encode(List.of());

    SignalBatch batch() {
      return new SignalBatch(BatchKind.LOGS, environment, service, "", tickMs, tickMs, 0, NOTHING);
    }
  }
}
