// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.FeedbackKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A service whose queues, all of one instance, swell three times together for a minute and a half.
 */
final class CartQueues {
  static final int STEP_MS = 10_000;
  static final int LENGTH = 2_600;

  /** Steps at which the queues begin to swell. */
  static final List<Integer> FAULTS = List.of(2_000, 2_200, 2_400);

  private static final long T0 = 1_700_000_000_000L;
  private static final int LASTS = 9;

  private CartQueues() {}

  static long atMs(int step) {
    return T0 + (long) step * STEP_MS;
  }

  /** All that the instance says at a step, as OTLP/JSON on one line. */
  static String request(String instance, int queues, int step) {
    String metrics =
        IntStream.range(0, queues)
            .mapToObj(queue -> metric(instance, queue, step))
            .collect(Collectors.joining(","));
    return "{\"resourceMetrics\":[{\"resource\":{\"attributes\":["
        + attribute("service.name", "cart")
        + ","
        + attribute("service.instance.id", instance)
        + "]},\"scopeMetrics\":[{\"metrics\":["
        + metrics
        + "]}]}]}";
  }

  private static String attribute(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
  }

  private static String metric(String instance, int queue, int step) {
    boolean swollen = FAULTS.stream().anyMatch(at -> step >= at && step < at + LASTS);
    double noise = new Random(step * 1_009L + queue * 31L + instance.hashCode()).nextGaussian();
    return String.format(
        Locale.ROOT,
        "{\"name\":\"queue.%d\",\"gauge\":{\"dataPoints\":[{\"timeUnixNano\":\"%d000000\","
            + "\"asDouble\":%.3f}]}}",
        queue,
        atMs(step),
        100 + 5 * noise + (swollen ? 120 : 0));
  }

  /** A statement about a series of the service, or about the service when there is none. */
  static Feedback said(
      String id, int step, @Nullable String series, FeedbackKind kind, @Nullable String withdraws) {
    Instant at = Instant.ofEpochMilli(atMs(step));
    return new Feedback(id, at, "", "cart", series, kind, withdraws, null, "ann");
  }

  /** Three times "normal" from one step on, taken back at another. */
  static List<Feedback> normalBetween(String name, int from, int to, @Nullable String series) {
    return IntStream.range(0, 6)
        .mapToObj(
            i ->
                i < 3
                    ? said(name + i, from, series, FeedbackKind.NORMAL, null)
                    : said(name + i, to, series, FeedbackKind.WITHDRAWN, name + (i - 3)))
        .toList();
  }
}
