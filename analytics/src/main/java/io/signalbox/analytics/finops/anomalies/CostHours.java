// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Sums postings of open hours, once for each combination of what is told apart, and then for each
 * subject. Sums are exact, so it does not matter how often they are taken out or by how many.
 */
public final class CostHours {
  private static final long HOUR = 3_600_000L;

  private final Map<FlowKey, Flow> open = new HashMap<>();
  private long firstMs = Long.MAX_VALUE; // of the open hours

  /**
   * Where sums go.
   *
   * @see #close
   */
  @FunctionalInterface
  public interface Sink {
    /** Takes what was used of a model in an hour, epoch milliseconds. */
    void take(CostSubject subject, long hourMs, String model, Flow flow);
  }

  private record Cell(CostSubject subject, long hourMs, String model) {}

  /** None yet. */
  public CostHours() {}

  /**
   * Adds a posting.
   *
   * @return false, and nothing added, where it changes what was known of an hour that is over: that
   *     was judged by what was known at its end
   */
  public boolean add(Posting posting) {
    if (posting.known() == 0) {
      return true; // what turned out later was not known in any hour
    }
    FlowKey key = FlowKey.of(posting.charge());
    if (CalendarWindow.HOUR.start(posting.toldMs()) != key.hourMs()) {
      return false;
    }
    flow(key).add(posting);
    return true;
  }

  /** Adds what was taken out of another. */
  public void add(FlowKey key, Flow flow) {
    flow(key).add(flow);
  }

  private Flow flow(FlowKey key) {
    firstMs = Math.min(firstMs, key.hourMs());
    return open.computeIfAbsent(key, none -> new Flow());
  }

  /** What is open. */
  public Map<FlowKey, Flow> open() {
    return Collections.unmodifiableMap(open);
  }

  /** The first moment of the latest open hour, epoch milliseconds; there must be one. */
  public long latestMs() {
    return open.keySet().stream().mapToLong(FlowKey::hourMs).max().orElseThrow();
  }

  /** Takes out the sums of hours whose last millisecond a time has reached; in no order. */
  public void close(long atMs, Sink sink) {
    if (!isOver(firstMs, atMs)) {
      return;
    }
    firstMs = Long.MAX_VALUE;
    Map<Cell, Flow> sums = new HashMap<>();
    for (Iterator<Map.Entry<FlowKey, Flow>> all = open.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<FlowKey, Flow> one = all.next();
      if (isOver(one.getKey().hourMs(), atMs)) {
        spread(one.getKey(), one.getValue(), sums);
        all.remove();
      } else {
        firstMs = Math.min(firstMs, one.getKey().hourMs());
      }
    }
    sums.forEach((cell, flow) -> sink.take(cell.subject, cell.hourMs, cell.model, flow));
  }

  private static boolean isOver(long hourMs, long atMs) {
    return hourMs <= Long.MAX_VALUE - HOUR && hourMs + HOUR - 1 <= atMs;
  }

  /** What names nobody by a dimension is in the sum of all alone. */
  private static void spread(FlowKey key, Flow flow, Map<Cell, Flow> sums) {
    add(sums, CostSubject.ALL, key, flow);
    for (Dimension one : Dimension.values()) {
      String value = one.of(key.owner(), key.provider(), key.model());
      if (value != null) {
        add(sums, new CostSubject(one, value), key, flow);
      }
    }
  }

  private static void add(Map<Cell, Flow> sums, CostSubject subject, FlowKey key, Flow flow) {
    Cell cell = new Cell(subject, key.hourMs(), key.model());
    sums.computeIfAbsent(cell, none -> new Flow()).add(flow);
  }
}
