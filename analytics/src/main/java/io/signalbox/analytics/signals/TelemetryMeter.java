// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts what of one service's telemetry could be used, minute by minute of event time. Adding is
 * all it does, so the order of what it counts never matters.
 */
public final class TelemetryMeter {
  private static final long MINUTE_MS = 60_000;

  private final String environment;
  private final String service;
  private final TreeMap<Long, Minute> minutes = new TreeMap<>();

  /** Sums of one minute; mutable, and its fields are what a codec stores. */
  public static final class Minute {
    /** Metric points taken in. */
    public long points;

    /** Spans taken in. */
    public long spans;

    /** Log records taken in. */
    public long logRecords;

    /** Items that came too late. */
    public long late;

    /** Refused items by reason. */
    public final TreeMap<String, Long> deadLetters = new TreeMap<>();
  }

  public TelemetryMeter(String environment, String service) {
    this.environment = environment;
    this.service = service;
  }

  /** The sums of the minute that holds a time, to be added to. */
  public Minute at(long atMs) {
    return minutes.computeIfAbsent(
        Math.floorDiv(atMs, MINUTE_MS) * MINUTE_MS, start -> new Minute());
  }

  /** The minutes not yet told, by their first millisecond. */
  public Map<Long, Minute> minutes() {
    return minutes;
  }

  /** Tells and forgets each minute that has ended by a time. */
  public void advance(long nowMs, Consumer<TelemetryQuality> out) {
    while (nextWakeMs() <= nowMs) {
      Map.Entry<Long, Minute> first = minutes.pollFirstEntry();
      out.accept(quality(first.getKey(), first.getValue()));
    }
  }

  /** When the next minute ends, {@link Long#MAX_VALUE} when nothing is counted. */
  public long nextWakeMs() {
    return minutes.isEmpty() ? Long.MAX_VALUE : minutes.firstKey() + MINUTE_MS;
  }

  private TelemetryQuality quality(long startMs, Minute minute) {
    return new TelemetryQuality(
        environment,
        service,
        Instant.ofEpochMilli(startMs),
        Instant.ofEpochMilli(startMs + MINUTE_MS),
        minute.points,
        minute.spans,
        minute.logRecords,
        minute.late,
        new TreeMap<>(minute.deadLetters));
  }
}
