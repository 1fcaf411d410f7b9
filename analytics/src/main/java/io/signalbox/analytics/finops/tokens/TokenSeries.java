// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes usages of the data points of one account. What ends at one time is one usage, whatever its
 * parts count and since when. Each token counts once in any order of arrival.
 */
public final class TokenSeries {
  /** How long a usage is remembered after the last one, to be repeated or completed. */
  private static final long KEPT_NS = 3_600_000_000_000L;

  /** How long a series may be silent before it is forgotten. */
  private static final long SILENT_MS = 7 * 86_400_000L;

  private static final long NS_PER_MS = 1_000_000;

  private final TreeMap<Long, TokenStream> streams = new TreeMap<>();
  private final TreeMap<Long, TokenInterval> intervals = new TreeMap<>();
  private final TreeSet<Long> changed = new TreeSet<>();
  private long latestNs;
  private boolean inputCounted;
  private boolean outputCounted;

  /** Of nothing. */
  public TokenSeries() {
    this(0, false, false);
  }

  /** Of what was before; see the accessors. */
  public TokenSeries(long latestNs, boolean inputCounted, boolean outputCounted) {
    this.latestNs = latestNs;
    this.inputCounted = inputCounted;
    this.outputCounted = outputCounted;
  }

  /** Cumulative series by their hash. */
  public Map<Long, TokenStream> streams() {
    return streams;
  }

  /** The latest usages by the end of their intervals, nanoseconds since 1970. */
  public NavigableMap<Long, TokenInterval> intervals() {
    return intervals;
  }

  /** End of the latest interval, nanoseconds since 1970; 0 when there is none. */
  public long latestNs() {
    return latestNs;
  }

  /** Whether a counter counts all that is read, so that histograms do not. */
  public boolean inputCounted() {
    return inputCounted;
  }

  /** Whether a counter counts all that is written, so that histograms do not. */
  public boolean outputCounted() {
    return outputCounted;
  }

  /**
   * Takes points of an account, and tells the usages that they change.
   *
   * @param points in their order
   */
  public void take(
      String account,
      List<TokenPoint> points,
      Consumer<TokenUsage> told,
      Consumer<TokenRefusal> refused) {
    points.forEach(point -> take(point, refused));
    for (long endNs : changed) {
      TokenInterval interval = intervals.get(endNs);
      if (interval != null) {
        told.accept(interval.tell(account, endNs));
      }
    }
    changed.clear();
    intervals.headMap(latestNs - KEPT_NS).clear();
  }

  private void take(TokenPoint point, Consumer<TokenRefusal> refused) {
    latestNs = Math.max(latestNs, point.endNs());
    inputCounted |= point.kind().countsInput();
    outputCounted |= point.kind().countsOutput();
    TokenPoint added = point.cumulative() ? difference(point, refused) : point;
    if (added == null || added.isNothing()) {
      return;
    }
    if (point.endNs() < latestNs - KEPT_NS) {
      refused.accept(
          new TokenRefusal(added, "came an hour behind others: it may have been charged before"));
      return;
    }
    TokenInterval known = intervals.computeIfAbsent(point.endNs(), none -> new TokenInterval(0));
    if (point.cumulative() || isNew(known, point, refused)) {
      known.add(counted(added) ? added.ofCallsAlone() : added);
      changed.add(point.endNs());
    }
  }

  /** Whether a counter counts the same tokens as a histogram. */
  private boolean counted(TokenPoint point) {
    return switch (point.kind()) {
      case INPUT_OF_CALLS -> inputCounted;
      case OUTPUT_OF_CALLS -> outputCounted;
      default -> false;
    };
  }

  private @Nullable TokenPoint difference(TokenPoint point, Consumer<TokenRefusal> refused) {
    return streams
        .computeIfAbsent(point.series(), none -> new TokenStream(0, 0))
        .difference(point, refused);
  }

  private static boolean isNew(
      TokenInterval known, TokenPoint point, Consumer<TokenRefusal> refused) {
    List<TokenInterval.Part> before = known.of(point);
    for (TokenInterval.Part part : before) {
      if (part.sum() != point.sum() || part.count() != point.count()) {
        String reason = "contradicts another of its interval, of " + part.sum() + " tokens";
        refused.accept(new TokenRefusal(point, reason));
        return false;
      }
    }
    return before.isEmpty();
  }

  /** How many things it remembers. */
  public int size() {
    int size = intervals.size();
    for (TokenStream stream : streams.values()) {
      size += 1 + stream.starts().size();
    }
    return size;
  }

  /** When it is to be forgotten if nothing comes, epoch milliseconds. */
  public long endMs() {
    return latestNs == 0 ? Long.MAX_VALUE : latestNs / NS_PER_MS + SILENT_MS;
  }

  /** Forgets all if that has come. */
  public void endIfAfter(long nowMs) {
    if (nowMs >= endMs()) {
      streams.clear();
      intervals.clear();
      latestNs = 0;
      inputCounted = false;
      outputCounted = false;
    }
  }

  /** Whether there is nothing to remember. */
  public boolean isOver() {
    return latestNs == 0;
  }
}
