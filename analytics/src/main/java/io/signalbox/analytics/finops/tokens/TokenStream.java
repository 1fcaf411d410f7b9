// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a cumulative series has counted, by start: a process that starts anew counts from zero,
 * and what two of them say may come in any order.
 */
public final class TokenStream {
  /** How long before its first point a series may have begun that counts whole. */
  private static final long WHOLE_NS = 3_600_000_000_000L;

  /** So many processes may say that they are the same. */
  private static final int MOST_STARTS = 64;

  private final TreeMap<Long, Counted> starts = new TreeMap<>();

  /** End of the first point. */
  private long knownNs;

  /** What began before may have been counted, and is not remembered. */
  private long forgottenNs;

  /**
   * What was counted since a start.
   *
   * @param endNs up to when, nanoseconds since 1970
   * @param sum tokens
   * @param count calls, or unknown
   */
  public record Counted(long endNs, long sum, long count) {}

  /** Of nothing yet, if no start is added. */
  public TokenStream(long knownNs, long forgottenNs) {
    this.knownNs = knownNs;
    this.forgottenNs = forgottenNs;
  }

  /** What was counted, by start. */
  public Map<Long, Counted> starts() {
    return starts;
  }

  /** End of the first point, nanoseconds since 1970. */
  public long knownNs() {
    return knownNs;
  }

  /** Starts before it may have been forgotten, nanoseconds since 1970. */
  public long forgottenNs() {
    return forgottenNs;
  }

  /** What a point adds to those before it, null for nothing that can be told. */
  @Nullable TokenPoint difference(TokenPoint point, Consumer<TokenRefusal> refused) {
    Counted before = starts.get(point.startNs());
    if (before != null && (point.endNs() < before.endNs || repeats(point, before))) {
      return null; // what came later held it
    }
    TokenPoint added = before == null ? first(point, refused) : since(before, point, refused);
    if (starts.isEmpty()) {
      knownNs = point.endNs();
    }
    starts.put(point.startNs(), new Counted(point.endNs(), point.sum(), point.count()));
    forgetSome();
    return added;
  }

  private static boolean repeats(TokenPoint point, Counted before) {
    return point.endNs() == before.endNs && point.sum() <= before.sum;
  }

  private @Nullable TokenPoint first(TokenPoint point, Consumer<TokenRefusal> refused) {
    String unknown = unknown(point);
    if (unknown.isEmpty()) {
      return point;
    }
    if (point.sum() > 0) {
      String reason = unknown + ": what was counted before is not charged";
      refused.accept(new TokenRefusal(point, reason));
    }
    return null;
  }

  /**
   * Why nobody knows when that was used which the first point of a start has counted, or nothing.
   */
  private String unknown(TokenPoint point) {
    if (point.startNs() == 0 || point.startNs() >= point.endNs()) { // as OTLP says that
      return "does not say since when it counts";
    }
    if (point.startNs() <= forgottenNs) {
      return "one of too many starts to remember";
    }
    boolean startsAnew = !starts.isEmpty() && point.startNs() >= knownNs;
    boolean young = point.endNs() - point.startNs() <= WHOLE_NS;
    return startsAnew || young ? "" : "seen first long after its start";
  }

  private static @Nullable TokenPoint since(
      Counted before, TokenPoint point, Consumer<TokenRefusal> refused) {
    boolean knows = before.count >= 0 && point.count() >= 0;
    if (point.sum() < before.sum || (knows && point.count() < before.count)) {
      String fell = "fell from " + before.sum + " to " + point.sum() + " without a new start";
      refused.accept(new TokenRefusal(point, fell + ": what was counted between is not charged"));
      return null;
    }
    return point.with(
        point.sum() - before.sum, knows ? point.count() - before.count : TokenPoint.UNKNOWN);
  }

  private void forgetSome() {
    while (starts.size() > MOST_STARTS) {
      Map.Entry<Long, Counted> oldest = null;
      for (Map.Entry<Long, Counted> one : starts.entrySet()) {
        if (oldest == null || one.getValue().endNs < oldest.getValue().endNs) {
          oldest = one;
        }
      }
      if (oldest != null) {
        starts.remove(oldest.getKey());
        forgottenNs = Math.max(forgottenNs, oldest.getValue().endNs);
      }
    }
  }
}
