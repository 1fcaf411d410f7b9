// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.SpanCell;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches one service of one environment by what it answers and says: rate, durations, failures,
 * cohorts, versions, logs and silence. Mutable; it knows no clock but event time.
 *
 * <p>Ticks are folded in order, and {@link #advance} to the start of a tick comes before its folds.
 * The cells of one tick may come in any order and cut in any way, but in one fold. Windows of
 * {@link #WINDOW_MS} are judged when they have passed; an episode carries the last millisecond of
 * its window. Ten minutes after the last span or log record windows stop, and what is open ends,
 * but for the silence; a day after the service was last heard it is forgotten.
 */
public final class RequestWatch {
  /** Length of a tick in milliseconds. */
  public static final long TICK_MS = 1_000;

  /** Length of a window in milliseconds; windows are aligned to the epoch. */
  public static final long WINDOW_MS = 10_000;

  static final long DAY_MS = 86_400_000;
  private static final long IDLE_MS = 600_000;
  private static final long NEVER = Long.MAX_VALUE;
  private static final Comparator<SpanCell> CONTENT =
      Comparator.comparing(SpanCell::operation)
          .thenComparing(SpanCell::version)
          .thenComparing(SpanCell::zone);

  private final String environment;
  private final String service;
  private final Operations operations = new Operations();
  private final CohortWatch cohorts = new CohortWatch();
  private final Versions versions = new Versions("version", TICK_MS);
  private final LogWatch logs = new LogWatch();
  private final Silence silence = new Silence();
  private long windowEndMs = NEVER;
  private long spokeMs;
  private boolean forgotten;

  /** Begins to watch a service of which nothing is known. */
  public RequestWatch(String environment, String service) {
    this.environment = environment;
    this.service = service;
  }

  /**
   * Takes in all spans of one tick.
   *
   * @param tickMs first millisecond of the tick
   * @throws IllegalStateException when an earlier window was not advanced past
   */
  public void foldSpans(long tickMs, List<SpanCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    enter(tickMs);
    versions.fold(tickMs, cells);
    operations.meet(cells);
    cells.stream()
        .filter(operations::takes)
        .sorted(CONTENT)
        .forEachOrdered(
            cell -> {
              operations.add(tickMs, cell);
              cohorts.add(tickMs, cell);
            });
  }

  /**
   * Takes in all log records of one tick, sorted by content; several may be equal.
   *
   * @param tickMs first millisecond of the tick
   * @throws IllegalStateException when an earlier window was not advanced past
   */
  public void foldLogs(long tickMs, List<LogLine> lines) {
    if (!lines.isEmpty()) {
      enter(tickMs);
      logs.fold(tickMs, lines);
    }
  }

  /** Takes in that the service was heard by other means, such as metric points. */
  public void heard(long atMs) {
    silence.heard(atMs);
    forgotten = false;
  }

  private void enter(long tickMs) {
    if (windowEndMs == NEVER) {
      windowEndMs = Math.floorDiv(tickMs, WINDOW_MS) * WINDOW_MS + WINDOW_MS;
    }
    if (tickMs < windowEndMs - WINDOW_MS || tickMs >= windowEndMs) {
      throw new IllegalStateException(
          "tick " + tickMs + " is not in the window that ends at " + windowEndMs);
    }
    heard(tickMs);
    spokeMs = tickMs;
  }

  /**
   * Does everything that is due up to an event time. Small and large steps do the same.
   *
   * @param nowMs everything before this was folded, epoch milliseconds
   * @param series judges rates and durations
   * @param episodes takes the revisions of all other episodes
   * @param changes takes inferred changes
   */
  public void advance(
      long nowMs, ValueJudge series, Consumer<Episode> episodes, Consumer<Change> changes) {
    advance(nowMs, series, episodes, nobody -> {}, changes);
  }

  /**
   * The same, told too of what is improbable and no episode.
   *
   * @param suspicions takes it
   */
  public void advance(
      long nowMs,
      ValueJudge series,
      Consumer<Episode> episodes,
      Consumer<Suspicion> suspicions,
      Consumer<Change> changes) {
    for (long due = nextWakeMs(); due <= nowMs && due != NEVER; due = nextWakeMs()) {
      Judgement look = new Judgement(environment, service, due - 1, series, episodes, suspicions);
      if (versions.dueMs() <= due) {
        versions.tell(environment, service, due, changes);
      }
      if (windowEndMs <= due) {
        endWindow(look);
      }
      if (silence.dueMs() <= due) {
        silence.happen(look);
      }
      if (forgetMs() <= due) {
        forgotten = true;
        silence.release(look);
      }
    }
  }

  private void endWindow(Judgement look) {
    operations.endWindow(look, !silence.isOpen());
    cohorts.endWindow(look);
    logs.endWindow(look);
    windowEndMs += WINDOW_MS;
    if (windowEndMs - spokeMs > IDLE_MS) {
      operations.pause(look);
      cohorts.pause(look);
      logs.pause(look);
      windowEndMs = NEVER;
    }
  }

  private long forgetMs() {
    return forgotten || silence.lastMs() < 0 ? NEVER : silence.lastMs() + DAY_MS;
  }

  /** Event time at which {@link #advance} must be called, {@link Long#MAX_VALUE} when never. */
  public long nextWakeMs() {
    if (forgotten) {
      return NEVER;
    }
    return Math.min(Math.min(windowEndMs, forgetMs()), Math.min(versions.dueMs(), silence.dueMs()));
  }

  /** True when the service was silent for a day: its state may be dropped. */
  public boolean forgotten() {
    return forgotten;
  }

  /** Walks over all state, see {@link Fields}; read into a watch that was just made. */
  public void walk(Fields fields) {
    operations.walk(fields);
    cohorts.walk(fields);
    versions.walk(fields);
    logs.walk(fields);
    silence.walk(fields);
    windowEndMs = fields.integer(windowEndMs);
    spokeMs = fields.integer(spokeMs);
    forgotten = fields.flag(forgotten);
  }
}
