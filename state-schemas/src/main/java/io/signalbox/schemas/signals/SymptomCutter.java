// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.patterns.ReadingKind;
import io.signalbox.analytics.patterns.Sighting;
import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.patterns.SymptomSource;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Picks out of a request what rows of the symptom table look at, by service and tick. */
final class SymptomCutter {
  private static final long MINUTE_MS = 60_000;

  private final AttributeStrings strings = new AttributeStrings();
  private final NamedMetrics metrics;
  private final NamedLogs logs;
  private final List<RowUse> spans;
  private final List<RowUse> presence;
  private final Sorted<SpanCutter.Node, Seen> seen = new Sorted<>(Seen::new);
  private @Nullable ServiceIdentity lastPresent;
  private long lastMinuteMs;

  SymptomCutter(List<SymptomRow> rows) {
    metrics = new NamedMetrics(of(rows, SymptomSource.METRIC));
    logs = new NamedLogs(of(rows, SymptomSource.LOG));
    spans = of(rows, SymptomSource.SPAN);
    presence = of(rows, SymptomSource.PRESENCE);
  }

  /** What several rows look at is looked for once. */
  private static List<RowUse> of(List<SymptomRow> rows, SymptomSource source) {
    Map<String, RowUse> byLook = new LinkedHashMap<>();
    for (SymptomRow row : rows) {
      if (row.selection().source() == source) {
        byLook.computeIfAbsent(row.look(), look -> new RowUse(row));
      }
    }
    return List.copyOf(byLook.values());
  }

  void clear() {
    seen.clear();
    lastPresent = null;
  }

  /** What rows want of a metric, null when none names it. */
  @Nullable List<NamedMetrics.MetricUse> usesOf(MetricView metric) {
    return metrics.usesOf(metric);
  }

  /** Takes in a point of a metric that is named. */
  void point(
      List<NamedMetrics.MetricUse> uses, ServiceIdentity who, MetricPointView point, long atMs) {
    for (NamedMetrics.MetricUse wanted : uses) {
      RowUse use = wanted.use();
      if (wanted.part() == 1 || use.fits(point, strings)) {
        double value = PointScalars.value(point, wanted.scalar());
        Sighting sighting =
            new Sighting(
                use.look,
                wanted.part(),
                point.seriesHash(),
                atMs,
                PointScalars.nature(point.metric()),
                value,
                1,
                use.fields(who, point, strings));
        if (!Double.isNaN(value)) {
          drawer(who, atMs).add(sighting);
        }
      }
    }
  }

  /** Takes in a log record. */
  void log(ServiceIdentity who, LogView log, String masked, long atMs) {
    for (RowUse use : logs.of(log, masked, strings)) {
      double value = Double.NaN;
      if (use.row.judging().reading() == ReadingKind.DELAY) {
        long observed = log.observedUnixNano();
        boolean told = log.timeUnixNano() != 0 && EventTime.possible(observed);
        value = told ? (observed - log.timeUnixNano()) / 1e9 : Double.NaN;
        if (!told) {
          continue;
        }
      }
      record(use, who, log, value, atMs);
    }
  }

  /** Takes in a span that failed or that speaks of a model. */
  void span(ServiceIdentity who, SpanView span, long atMs) {
    for (RowUse use : spans) {
      if ((span.isError() || !use.row.selection().failed()) && use.fits(span, strings)) {
        record(use, who, span, Double.NaN, atMs);
      }
    }
  }

  private void record(RowUse use, ServiceIdentity who, ItemView item, double known, long atMs) {
    double value = use.wantsValue() ? use.valueOf(item, strings) : known;
    if (use.wantsValue() && Double.isNaN(value)) {
      return;
    }
    drawer(who, atMs)
        .add(
            new Sighting(
                use.look,
                0,
                Double.isNaN(value) ? 0 : Double.doubleToLongBits(value),
                atMs,
                Sighting.Nature.LEVEL,
                value,
                1,
                use.fields(who, item, strings)));
  }

  /**
   * Someone has spoken. It is said once a minute, at its last tick, so that it does not matter in
   * how many requests they spoke.
   */
  void present(ServiceIdentity who, long atMs) {
    long minute = Math.floorDiv(atMs, MINUTE_MS) * MINUTE_MS;
    if (who.equals(lastPresent) && minute == lastMinuteMs) {
      return;
    }
    lastPresent = who;
    lastMinuteMs = minute;
    long endMs = minute + MINUTE_MS - SignalBatch.TICK_MS;
    for (RowUse use : presence) {
      Seen drawer = drawer(who, endMs);
      drawer.addOnce(
          new Sighting(use.look, 0, 0, endMs, Sighting.Nature.LEVEL, 1, 1, use.place(who)));
    }
  }

  private Seen drawer(ServiceIdentity who, long atMs) {
    return seen.drawer(new SpanCutter.Node(who.environment(), who.service()), atMs);
  }

  void flush(Consumer<SignalBatch> batches) {
    seen.forEach(
        (place, all) -> {
          List<Sighting> sightings = new ArrayList<>(all.sightings.values());
          sightings.sort(Sighting.ORDER);
          batches.accept(
              new SignalBatch(
                  BatchKind.SYMPTOMS,
                  place.group().environment(),
                  place.group().service(),
                  "",
                  place.tickMs(),
                  sightings.stream().mapToLong(Sighting::atMs).max().orElse(place.tickMs()),
                  sightings.size(),
                  SightingCodec.write(sightings)));
        });
  }

  /** What was seen of one service in one tick; records that are alike are counted. */
  private static final class Seen {
    private final Map<Place, Sighting> sightings = new LinkedHashMap<>();

    private record Place(String look, int part, long series, Map<String, String> fields) {}

    private static Place place(Sighting one) {
      return new Place(one.look(), one.part(), one.series(), one.fields());
    }

    void addOnce(Sighting one) {
      sightings.putIfAbsent(place(one), one);
    }

    void add(Sighting one) {
      sightings.merge(place(one), one, Seen::merged);
    }

    /** The later value with the count of both. */
    private static Sighting merged(Sighting left, Sighting right) {
      Sighting later = Sighting.ORDER.compare(left, right) > 0 ? left : right;
      return new Sighting(
          later.look(),
          later.part(),
          later.series(),
          later.atMs(),
          later.nature(),
          later.value(),
          left.count() + right.count(),
          later.fields());
    }
  }
}
