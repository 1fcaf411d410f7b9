// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.analytics.incidents.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When watermarks set out, when revisions came to the producer, and when readers of what is
 * committed saw them. Static, because Flink makes the operators; one measurement a process.
 */
final class PagingClock {
  private static final Map<Long, Long> RELEASED = new ConcurrentHashMap<>();
  private static final Map<String, Sent> SENT = new ConcurrentHashMap<>();
  private static final Map<String, Long> SEEN = new ConcurrentHashMap<>();

  private PagingClock() {}

  private record Sent(long updatedMs, long nanos, long watermarkMs) {}

  /** One revision. */
  record Way(double releaseToSendMs, double sendToReaderMs) {}

  /** The source is about to send a watermark. */
  static void released(long watermarkMs) {
    RELEASED.putIfAbsent(watermarkMs, System.nanoTime());
  }

  /**
   * A revision was given to the producer.
   *
   * @param nanos when
   * @param watermarkMs the watermark that released it
   */
  static void sent(Incident incident, long nanos, long watermarkMs) {
    long updatedMs = incident.updatedAt().toEpochMilli();
    SENT.putIfAbsent(key(incident), new Sent(updatedMs, nanos, watermarkMs));
  }

  /** A reader has received a committed revision. */
  static void seen(Incident incident) {
    SEEN.putIfAbsent(key(incident), System.nanoTime());
  }

  /** True when a watermark is out and readers have seen all that was sent. */
  static boolean isOver(long watermarkMs) {
    return RELEASED.containsKey(watermarkMs) && SEEN.keySet().containsAll(SENT.keySet());
  }

  private static String key(Incident incident) {
    return incident.id() + '#' + incident.revision();
  }

  /**
   * The ways of all revisions made at or after an event time, epoch milliseconds.
   *
   * @throws NullPointerException when one was never seen
   */
  static List<Way> ways(long fromMs) {
    List<Way> ways = new ArrayList<>();
    SENT.forEach(
        (key, sent) -> {
          if (sent.updatedMs >= fromMs) {
            long released = Objects.requireNonNull(RELEASED.get(sent.watermarkMs));
            long seen = Objects.requireNonNull(SEEN.get(key), key);
            ways.add(new Way((sent.nanos - released) / 1e6, (seen - sent.nanos) / 1e6));
          }
        });
    return ways;
  }
}
