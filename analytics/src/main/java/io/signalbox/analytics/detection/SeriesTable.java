// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Points;
import io.signalbox.analytics.signals.ShardKey;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All series of one shard, sorted by id. Points and observations must come in event-time order;
 * what they add up to does not depend on how they are divided over calls. Not thread-safe.
 */
public final class SeriesTable {
  /** Points and observations of series that found the table full. */
  public long refused;

  /** Points of a series with the time of the one before; the first in content order counts. */
  public long duplicates;

  /** Points older than the last of their series. */
  public long outOfOrder;

  /** Points with a value that cannot be: NaN, infinite, beyond 1e30, or a negative growing sum. */
  public long impossible;

  private final SeriesSettings settings;
  private final Verdict verdict = new Verdict();
  private Series[] rows;
  private int size;

  /** Row after the one found last: points of one time come sorted by series. */
  private int next;

  /** An empty table. */
  public SeriesTable(SeriesSettings settings) {
    this(settings, new Series[16], 0);
  }

  /**
   * A table of stored rows.
   *
   * @param rows sorted by id, without doubles; becomes part of the table
   * @param size rows in use
   */
  public SeriesTable(SeriesSettings settings, Series[] rows, int size) {
    this.settings = settings;
    this.rows = rows;
    this.size = size;
  }

  /** Number of series. */
  public int size() {
    return size;
  }

  /** The series in a row; rows are sorted by id. */
  public Series row(int i) {
    return rows[i];
  }

  /**
   * Folds metric points, sorted by time, then series, then content.
   *
   * @param out takes the episode revisions they cause, in order
   */
  public void fold(Points points, ShardKey key, Consumer<Episode> out) {
    int n = points.size();
    for (int i = 0; i < n; i++) {
      Series series = find(points.series(i));
      if (series == null) {
        if (size >= settings.maxSeries()) {
          refused++;
          continue;
        }
        series = insert(Series.labelled(points.series(i), EpisodeKind.METRIC, points.label(i)));
      }
      foldPoint(series, points, i, key, out);
    }
  }

  private void foldPoint(Series series, Points points, int i, ShardKey key, Consumer<Episode> out) {
    double value = points.value(i);
    long weight = points.weight(i);
    long atMs = points.atMs(i);
    if (!isNext(series, atMs)) {
      return;
    }
    if (!SumReader.isPossible(points.nature(i), value, weight)) {
      impossible++;
      return;
    }
    double read = series.reader.read(points.nature(i), atMs, points.startMs(i), value, weight);
    if (SumReader.inRange(read)) {
      judge(series, atMs, read, Math.max(1, weight), Direction.BOTH, key, out);
    }
  }

  /**
   * Judges one value of a series that another part computed; same order, same machinery.
   *
   * @param id identity within the shard, apart from those of the metric series
   * @param subject what an episode is about besides the service
   * @param value NaN and infinities are counted and ignored
   * @param support points or calls behind the value
   * @param direction deviations that count
   */
  public void observe(
      long id,
      EpisodeKind kind,
      String subject,
      ShardKey key,
      long atMs,
      double value,
      long support,
      Direction direction,
      Consumer<Episode> out) {
    Series series = find(id);
    if (series == null) {
      if (size >= settings.maxSeries()) {
        refused++;
        return;
      }
      series = insert(Series.labelled(id, kind, subject));
    }
    if (!isNext(series, atMs)) {
      return;
    }
    if (!SumReader.inRange(value)) {
      impossible++;
      return;
    }
    series.reader.atMs = atMs;
    judge(series, atMs, value, support, direction, key, out);
  }

  private boolean isNext(Series series, long atMs) {
    if (atMs > series.reader.atMs) {
      return true;
    }
    if (atMs == series.reader.atMs) {
      duplicates++;
    } else {
      outOfOrder++;
    }
    return false;
  }

  private void judge(
      Series series,
      long atMs,
      double value,
      long support,
      Direction direction,
      ShardKey key,
      Consumer<Episode> out) {
    Baseline baseline = series.baseline;
    EpisodeGate gate = series.gate;
    baseline.judge(value, atMs, settings, verdict);
    if (ignores(direction, verdict.deviation)) {
      verdict.pValue = 1;
    }
    if (gate.startedAtMs != 0 || verdict.pValue <= settings.gate().openBelow()) {
      step(series, atMs, value, support, key, out);
    }
    boolean calm = gate.startedAtMs == 0;
    baseline.note(value, atMs, calm);
    if (!gate.isOpen()) {
      baseline.learn(value, atMs, calm ? verdict.sustained : 0);
    }
  }

  private void step(
      Series series, long atMs, double value, long support, ShardKey key, Consumer<Episode> out) {
    EpisodeGate gate = series.gate;
    EpisodeSubject subject = subject(series, key);
    boolean wasOpen = gate.isOpen();
    Episode episode = gate.step(subject, settings.gate(), observation(atMs, value, support));
    if (episode != null) {
      out.accept(episode);
    }
    if (!wasOpen && gate.isOpen()) {
      series.baseline.alarmed(verdict.sustained);
    }
    if (gate.isOpen() && isLasting(gate, atMs)) {
      out.accept(gate.close(subject, atMs));
      series.baseline.restart();
    }
  }

  private boolean isLasting(EpisodeGate gate, long atMs) {
    return atMs - gate.startedAtMs >= settings.acceptAfterMs()
        && gate.hits >= settings.acceptAfterPoints();
  }

  private Observation observation(long atMs, double value, long support) {
    double band = Baseline.BAND * verdict.scale;
    return new Observation(
        atMs,
        verdict.pValue,
        value,
        verdict.expected,
        verdict.expected - band,
        verdict.expected + band,
        support);
  }

  private static boolean ignores(Direction direction, double deviation) {
    return switch (direction) {
      case BOTH -> false;
      case UP -> deviation <= 0;
      case DOWN -> deviation >= 0;
    };
  }

  /** Instances of one service must not share the ids of their episodes. */
  private static EpisodeSubject subject(Series series, ShardKey key) {
    String label = series.label();
    String subject = key.instance().isEmpty() ? label : label + "@" + key.instance();
    return new EpisodeSubject(key.environment(), key.service(), series.kind, subject, null);
  }

  /**
   * Forgets series that have been silent, and ends the episodes of those silent for as long as an
   * episode may last.
   *
   * @param nowMs event time reached, epoch milliseconds
   * @param afterMs silence after which a series is forgotten
   * @param out takes the closing revisions, in order of id
   */
  public void expire(long nowMs, long afterMs, ShardKey key, Consumer<Episode> out) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Series series = rows[i];
      long silentMs = nowMs - series.reader.atMs;
      if (series.gate.isOpen() && silentMs >= Math.min(afterMs, settings.acceptAfterMs())) {
        out.accept(series.gate.close(subject(series, key), nowMs));
      }
      if (silentMs < afterMs) {
        rows[kept++] = series;
      }
    }
    Arrays.fill(rows, kept, size, null);
    size = kept;
    next = 0;
  }

  private @Nullable Series find(long id) {
    int guess = next < size ? next : 0;
    if (guess < size && rows[guess].id == id) {
      next = guess + 1;
      return rows[guess];
    }
    int at = search(id);
    next = at < 0 ? -at - 1 : at + 1;
    return at < 0 ? null : rows[at];
  }

  private int search(long id) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(rows[middle].id, id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -low - 1;
  }

  /** Puts a new series where {@link #find} left off. */
  private Series insert(Series series) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(16, size * 2));
    }
    System.arraycopy(rows, next, rows, next + 1, size - next);
    rows[next++] = series;
    size++;
    return series;
  }
}
