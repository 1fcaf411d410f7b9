// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.benchmarks.load.Sent;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * One event a second of event time of each service; some fit a stage of {@link
 * LatencyErrorRestart}, chosen by a hash of their number. The same arguments give the same events.
 */
final class EventLoad implements GeneratorFunction<Long, PatternEvent> {
  private static final long serialVersionUID = 1;

  /** Events that nobody will ever reach. */
  static final long ENDLESS = 1L << 40;

  /** Event time of the first: 2026-01-05T08:00Z. */
  static final long START_MS = 1_767_600_000_000L;

  private static final int COUNTED = 1024;
  private static final double WHOLE = 0x1p53;

  private final int services;
  private final double[] shares;
  private transient String[] keys = new String[0];

  /**
   * Makes the load.
   *
   * @param services number of services
   * @param shares share of events that fit each stage, 0..1
   */
  EventLoad(int services, List<Double> shares) {
    this.services = services;
    this.shares = shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public PatternEvent map(Long number) {
    if (keys == null || keys.length == 0) {
      keys = new String[services];
      for (int i = 0; i < services; i++) {
        keys[i] = "production/service-" + i;
      }
    }
    if (number % COUNTED == COUNTED - 1) {
      Sent.add(COUNTED);
    }
    int service = (int) (number % services);
    long atMs = START_MS + number / services * 1000 + service * 1000L / services;
    return new PatternEvent(keys[service], atMs, type(number), Map.of());
  }

  private String type(long number) {
    double at = (mix(number) >>> 11) / WHOLE;
    for (int i = 0; i < shares.length; i++) {
      if (at < shares[i]) {
        return LatencyErrorRestart.TYPES.get(i);
      }
      at -= shares[i];
    }
    return "anomaly.updated";
  }

  /** The finalizer of SplitMix64, Steele et al. 2014. */
  private static long mix(long number) {
    long z = number * 0x9e3779b97f4a7c15L + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
