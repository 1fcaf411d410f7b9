// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Points;
import io.signalbox.analytics.signals.ShardKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All series of one shard, in the order in which they came, over one flat block of bytes that is
 * changed in place. Points and observations must come in event-time order; what they add up to does
 * not depend on how they are divided over calls. Not thread-safe.
 */
public final class SeriesTable {
  private final SeriesJudge judge;
  private final SeriesRows rows;

  /** What was said about these series; null while nothing was. */
  private @Nullable ToldSeries told;

  /** An empty table. */
  public SeriesTable(SeriesSettings settings) {
    this(new SeriesJudge(settings));
  }

  /** An empty table whose series are judged by a judge that other tables may share. */
  public SeriesTable(SeriesJudge judge) {
    this(judge, new byte[SeriesRows.HEADER]);
  }

  /**
   * A table over a block as {@link #block} gave it; the block becomes part of the table.
   *
   * @throws IllegalArgumentException when the block is not as long as its header says
   */
  public SeriesTable(SeriesJudge judge, byte[] block) {
    this.judge = judge;
    this.rows = new SeriesRows(block);
    long stated = block.length < SeriesRows.HEADER ? SeriesRows.HEADER : rows.stated();
    if (stated != block.length) {
      throw new IllegalArgumentException(
          "series table of " + block.length + " bytes; its header says " + stated);
    }
  }

  /** The block as it is now; its first four bytes belong to whoever stores it. */
  public byte[] block() {
    return rows.block();
  }

  /** Who is told of single values that are improbable. */
  public Consumer<Suspicion> told() {
    return judge.told();
  }

  /** Number of series. */
  public int size() {
    return rows.size();
  }

  /** A copy of the series in a row, 0 to size - 1. */
  public Series row(int i) {
    return rows.copy(i);
  }

  /** Puts series behind the others, whatever the settings say of their number. */
  public void append(List<Series> series) {
    rows.append(series);
  }

  /** Points and observations of new series that found the table full. */
  public long refused() {
    return rows.counter(SeriesRows.REFUSED);
  }

  /** Points at the time of the one before of their series; the first in folding order counts. */
  public long duplicates() {
    return rows.counter(SeriesRows.DUPLICATES);
  }

  /** Points older than the last of their series. */
  public long outOfOrder() {
    return rows.counter(SeriesRows.OUT_OF_ORDER);
  }

  /** Points with a value that cannot be: NaN, beyond 1e30, a negative sum of what only grows. */
  public long impossible() {
    return rows.counter(SeriesRows.IMPOSSIBLE);
  }

  /** Adds what was counted elsewhere, in the order of the methods above. */
  public void count(long refused, long duplicates, long outOfOrder, long impossible) {
    rows.count(SeriesRows.REFUSED, refused);
    rows.count(SeriesRows.DUPLICATES, duplicates);
    rows.count(SeriesRows.OUT_OF_ORDER, outOfOrder);
    rows.count(SeriesRows.IMPOSSIBLE, impossible);
  }

  /**
   * Folds metric points, sorted by time.
   *
   * @param out takes the episode revisions they cause, in order
   */
  public void fold(Points points, ShardKey key, Consumer<Episode> out) {
    judge.index.rewind();
    int n = points.size();
    for (int i = 0; i < n; i++) {
      int row = judge.index.find(rows, points.series(i));
      if (row < 0) {
        admitFrom(points, i);
        row = judge.index.find(rows, points.series(i));
      }
      if (row < 0) {
        rows.count(SeriesRows.REFUSED, 1);
      } else if (isNext(row, points.atMs(i))) {
        foldPoint(row, points, i, key, out);
      }
    }
  }

  /** Makes room for all new series of the points from one on at once, while there may be more. */
  private void admitFrom(Points points, int first) {
    List<Series> fresh = new ArrayList<>();
    Set<Long> ids = new HashSet<>();
    for (int i = first; i < points.size() && hasRoomFor(fresh.size()); i++) {
      long id = points.series(i);
      if (judge.index.find(rows, id) < 0 && ids.add(id)) {
        fresh.add(Series.labelled(id, EpisodeKind.METRIC, points.label(i)));
      }
    }
    if (!fresh.isEmpty()) {
      rows.append(fresh);
    }
  }

  private boolean hasRoomFor(int fresh) {
    return size() + fresh < judge.settings.maxSeries();
  }

  private void foldPoint(int row, Points points, int i, ShardKey key, Consumer<Episode> out) {
    double value = points.value(i);
    long weight = points.weight(i);
    long atMs = points.atMs(i);
    if (!SumReader.isPossible(points.nature(i), value, weight)) {
      rows.count(SeriesRows.IMPOSSIBLE, 1);
      return;
    }
    SumReader reader = judge.reader;
    rows.read(row, reader);
    double read = reader.read(points.nature(i), atMs, points.startMs(i), value, weight);
    rows.write(row, reader);
    if (SumReader.inRange(read)) {
      judge(row, atMs, read, Math.max(1, weight), Direction.BOTH, key, out);
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
    int row = judge.index.find(rows, id);
    if (row < 0 && hasRoomFor(0)) {
      rows.append(List.of(Series.labelled(id, kind, subject)));
      row = size() - 1;
    }
    if (row < 0) {
      rows.count(SeriesRows.REFUSED, 1);
    } else if (isNext(row, atMs)) {
      if (SumReader.inRange(value)) {
        rows.atMs(row, atMs);
        judge(row, atMs, value, support, direction, key, out);
      } else {
        rows.count(SeriesRows.IMPOSSIBLE, 1);
      }
    }
  }

  private void judge(
      int row,
      long atMs,
      double value,
      long support,
      Direction direction,
      ShardKey key,
      Consumer<Episode> out) {
    if (told == null) {
      judge.judge(rows, row, atMs, value, support, direction, key, out);
    } else {
      told.judge(judge, rows, row, atMs, value, support, direction, key, out);
    }
  }

  private boolean isNext(int row, long atMs) {
    long lastMs = rows.atMs(row);
    if (atMs <= lastMs) {
      rows.count(atMs == lastMs ? SeriesRows.DUPLICATES : SeriesRows.OUT_OF_ORDER, 1);
    }
    return atMs > lastMs;
  }

  /**
   * Forgets series that have been silent, and ends the episodes of those silent for as long as an
   * episode may last.
   *
   * @param nowMs event time reached, epoch milliseconds
   * @param afterMs silence after which a series is forgotten, at least as long as an episode lasts
   * @param out takes the closing revisions, in order of rows
   */
  public void expire(long nowMs, long afterMs, ShardKey key, Consumer<Episode> out) {
    int silent = 0;
    for (int row = 0; row < size(); row++) {
      if (told == null) {
        judge.closeIfSilent(rows, row, nowMs, key, out);
      } else {
        told.closeIfSilent(judge, rows, row, nowMs, key, out);
      }
      silent += nowMs - rows.atMs(row) >= afterMs ? 1 : 0;
    }
    if (silent > 0) {
      rows.keep(row -> nowMs - rows.atMs(row) < afterMs);
    }
  }

  /**
   * Takes in what people say about these series; it holds from now on.
   *
   * @param statements of one tick, each about a series
   * @param nowMs last millisecond of the tick, epoch milliseconds
   * @param out takes the revisions of episodes that end by it
   * @return withdrawals of statements that are not in force here
   */
  public int tell(
      Collection<Feedback> statements, ShardKey key, long nowMs, Consumer<Episode> out) {
    ToldSeries all = told == null ? new ToldSeries() : told;
    int unmatched = all.tell(statements, rows, key, nowMs, out);
    told = all.isEmpty() ? null : all;
    return unmatched;
  }

  /** True while a statement about one of these series is in force, or about one to come. */
  public boolean isTold() {
    return told != null;
  }

  /** What feedback makes of the budget of a series with this label; null when nothing. */
  public @Nullable BudgetEffect effectOn(ShardKey key, String label) {
    return told == null ? null : told.effectOn(SeriesJudge.subject(label, key));
  }

  /** Walks over what was said, see {@link Fields}; reading, into a table that was just made. */
  public void walkTold(Fields fields) {
    ToldSeries all = told == null ? new ToldSeries() : told;
    all.walk(fields);
    told = all.isEmpty() ? null : all;
  }
}
