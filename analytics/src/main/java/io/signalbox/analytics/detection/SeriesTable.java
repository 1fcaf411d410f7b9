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
  /** Points and observations of new series that found the table full. */
  public long refused;

  /** Points at the time of the one before of their series; the first in content order counts. */
  public long duplicates;

  /** Points older than the last of their series. */
  public long outOfOrder;

  /** Points with a value that cannot be: NaN, beyond 1e30, a negative sum of what only grows. */
  public long impossible;

  private final SeriesSettings settings;
  private final SeriesJudge judge;
  private Series[] rows;
  private int size;

  /** Row after the one found last: points of one time come sorted by series. */
  private int next;

  /** An empty table. */
  public SeriesTable(SeriesSettings settings) {
    this(settings, new Series[0]);
  }

  /**
   * A table of stored rows.
   *
   * @param rows sorted by id, each id once; becomes part of the table
   */
  public SeriesTable(SeriesSettings settings, Series[] rows) {
    this.settings = settings;
    this.judge = new SeriesJudge(settings);
    this.rows = rows;
    this.size = rows.length;
  }

  /** Number of series. */
  public int size() {
    return size;
  }

  /** The series in a row, 0 to size - 1; rows are sorted by id. */
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
        series = admit(points.series(i), EpisodeKind.METRIC, points.label(i));
      }
      if (series != null && isNext(series, points.atMs(i))) {
        foldPoint(series, points, i, key, out);
      }
    }
  }

  private void foldPoint(Series series, Points points, int i, ShardKey key, Consumer<Episode> out) {
    double value = points.value(i);
    long weight = points.weight(i);
    long atMs = points.atMs(i);
    if (!SumReader.isPossible(points.nature(i), value, weight)) {
      impossible++;
      return;
    }
    double read = series.reader.read(points.nature(i), atMs, points.startMs(i), value, weight);
    if (SumReader.inRange(read)) {
      judge.judge(series, atMs, read, Math.max(1, weight), Direction.BOTH, key, out);
    }
  }

  /**
   * Judges one value of a series that another part computed: same order, same machinery.
   *
   * @param id identity within the shard, apart from those of the metric series
   * @param subject what an episode is about besides the service
   * @param atMs event time, epoch milliseconds
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
    Series found = find(id);
    Series series = found != null ? found : admit(id, kind, subject);
    if (series == null || !isNext(series, atMs)) {
      return;
    }
    if (!SumReader.inRange(value)) {
      impossible++;
      return;
    }
    series.reader.atMs = atMs;
    judge.judge(series, atMs, value, support, direction, key, out);
  }

  private boolean isNext(Series series, long atMs) {
    duplicates += atMs == series.reader.atMs ? 1 : 0;
    outOfOrder += atMs < series.reader.atMs ? 1 : 0;
    return atMs > series.reader.atMs;
  }

  /**
   * Forgets series that have been silent, and ends the episodes of those silent for as long as an
   * episode may last.
   *
   * @param nowMs event time reached, epoch milliseconds
   * @param afterMs silence after which a series is forgotten, at least as long as an episode lasts
   * @param out takes the closing revisions, in order of id
   */
  public void expire(long nowMs, long afterMs, ShardKey key, Consumer<Episode> out) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Series series = rows[i];
      judge.closeIfSilent(series, nowMs, key, out);
      if (nowMs - series.reader.atMs < afterMs) {
        rows[kept++] = series;
      }
    }
    rows = kept < size ? Arrays.copyOf(rows, kept) : rows;
    size = kept;
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
      if (rows[middle].id == id) {
        return middle;
      }
      if (rows[middle].id < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** Puts a new series where {@link #find} left off, or counts that there is no room. */
  private @Nullable Series admit(long id, EpisodeKind kind, String label) {
    if (size >= settings.maxSeries()) {
      refused++;
      return null;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(16, size * 2));
    }
    System.arraycopy(rows, next, rows, next + 1, size - next);
    rows[next] = Series.labelled(id, kind, label);
    size++;
    return rows[next++];
  }
}
