// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Watches which models answer a service: one that was not there before is a change, if nobody
 * announced one. Providers replace models without a word, and a router may fall back on another.
 * Mutable: state of a key.
 */
public final class ModelWatch {
  private static final String KIND = "model";
  private static final long NEVER = Long.MAX_VALUE;
  private static final int MOST_ANNOUNCED = 64;

  /** So long after the first answer an announcement may still come. */
  private static final long WAIT_MS = 30_000;

  /** So long before its first answer a model may have been announced. */
  private static final long BEFORE_MS = 600_000;

  private final String environment;
  private final String service;
  private final Versions models = new Versions(KIND, WAIT_MS);
  private final TreeSet<Long> announced = new TreeSet<>();
  private long lastMs = NEVER;

  /** Begins to watch a service of which nothing is known. */
  public ModelWatch(String environment, String service) {
    this.environment = environment;
    this.service = service;
  }

  /** Whether a change says that another model answers from now on. */
  public static boolean announces(Change change) {
    return change.kind().equals(KIND) && !change.inferred();
  }

  /**
   * Takes in what one tick tells. {@link #advance} to the start of the tick comes before.
   *
   * @param tickMs first millisecond of the tick
   * @param answers how many each model gave
   * @param changes when announced changes of model took effect, epoch milliseconds
   */
  public void fold(long tickMs, SortedMap<String, Long> answers, Collection<Long> changes) {
    lastMs = tickMs;
    announced.addAll(changes);
    while (announced.size() > MOST_ANNOUNCED) {
      announced.pollFirst();
    }
    TreeMap<String, Long> named = new TreeMap<>();
    answers.forEach(
        (name, count) -> named.merge(Text.cut(name, Versions.LONGEST_NAME), count, Long::sum));
    models.fold(tickMs, named);
  }

  /**
   * Does everything that is due up to an event time.
   *
   * @param nowMs everything before this was folded, epoch milliseconds
   */
  public void advance(long nowMs, Consumer<Change> changes) {
    for (long due = models.dueMs(); due <= nowMs && due != NEVER; due = models.dueMs()) {
      models.tell(
          environment,
          service,
          due,
          change -> {
            if (!isAnnounced(change.at().toEpochMilli())) {
              changes.accept(change);
            }
          });
    }
    if (nextWakeMs() <= nowMs) {
      lastMs = NEVER;
    }
  }

  private boolean isAnnounced(long firstMs) {
    Long last = announced.floor(firstMs + WAIT_MS);
    return last != null && last >= firstMs - BEFORE_MS;
  }

  /** When {@link #advance} is wanted next, epoch milliseconds. */
  public long nextWakeMs() {
    return lastMs == NEVER ? NEVER : Math.min(models.dueMs(), lastMs + RequestWatch.DAY_MS);
  }

  /** True when nothing was heard for a day: the state may be dropped. */
  public boolean isOver() {
    return lastMs == NEVER;
  }

  /** Walks over all state, see {@link Fields}; read into a watch that was just made. */
  public void walk(Fields fields) {
    models.walk(fields);
    List<long[]> times = new ArrayList<>();
    announced.forEach(ms -> times.add(new long[] {ms}));
    fields.list(
        times, MOST_ANNOUNCED, () -> new long[1], (time, in) -> time[0] = in.integer(time[0]));
    times.forEach(time -> announced.add(time[0]));
    lastMs = fields.integer(lastMs);
  }
}
