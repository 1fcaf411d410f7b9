// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.load;

import io.signalbox.schemas.signals.Hash64;
import java.io.Serializable;
import java.util.Random;

/**
 * Requests of many services, one service a request, made by patching names, times and values into
 * one template, so that making them costs little beside reading them. Values have the shape of a
 * day, noise, and now and then an anomaly: in each five minutes one gauge of each 64th service
 * reads 2.5 times as much. Counters only grow. The same arguments give the same bytes.
 *
 * <p>An instance hands out one array again and again: it belongs to one thread, and what it hands
 * out is good until the next request.
 */
public final class MetricLoad implements Serializable {
  private static final long serialVersionUID = 2;

  /** Event time of the first request when nothing else is asked for: 2026-01-05T08:00Z. */
  public static final long START_MS = 1_767_600_000_000L;

  /** Most services: their names have seven digits. */
  public static final int MOST_SERVICES = 9_999_999;

  private static final double ANOMALY = 2.5;
  private static final long ANOMALY_MS = 300_000;
  private static final int ANOMALOUS_ONE_IN = 64;
  private static final double GAUGE_NOISE = 0.05;
  private static final double COUNTER_NOISE = 0.5 * DayShape.LEAST;
  private static final int DRAWN = 1 << 13;
  private static final double[] NORMAL = new double[DRAWN];
  private static final double[] UNIFORM = new double[DRAWN];

  static {
    Random random = new Random(20_260_105);
    for (int i = 0; i < DRAWN; i++) {
      NORMAL[i] = random.nextGaussian();
      UNIFORM[i] = random.nextDouble();
    }
  }

  private final int services;
  private final long startMs;
  private final double intervalS;
  private final RequestTemplate template;
  private final double[] levels;
  private final boolean[] counters;

  /** A load whose points have two attributes each. */
  public MetricLoad(int services, int series, long startMs, long intervalMs) {
    this(services, series, 2, startMs, intervalMs);
  }

  /**
   * Makes the template.
   *
   * @param services number of services, 1..{@link #MOST_SERVICES}
   * @param series series of each, at least 1
   * @param attributes of each point, 2 to 4
   * @param startMs before every request, epoch milliseconds
   * @param intervalMs event time between two requests of a service, at least 1
   */
  public MetricLoad(int services, int series, int attributes, long startMs, long intervalMs) {
    if (services < 1 || services > MOST_SERVICES || series < 1 || intervalMs < 1) {
      throw new IllegalArgumentException(
          services + " services of " + series + " series each " + intervalMs + " ms");
    }
    this.services = services;
    this.startMs = startMs;
    this.intervalS = intervalMs / 1e3;
    this.template = new RequestTemplate(series, attributes, startMs * 1_000_000);
    this.levels = new double[series];
    this.counters = new boolean[series];
    for (int i = 0; i < series; i++) {
      levels[i] = 10 + i * 37 % 101;
      counters[i] = RequestTemplate.isCounter(i);
    }
  }

  /** Number of services. */
  public int services() {
    return services;
  }

  /** Series of each service: points of a request. */
  public int series() {
    return levels.length;
  }

  /** Length of a request. */
  public int requestBytes() {
    return template.bytes().length;
  }

  /**
   * The request of a service at an instant, in an array that the next call overwrites.
   *
   * @param service 0 up to the number of services
   * @param atMs epoch milliseconds, not before the start
   */
  public byte[] request(int service, long atMs) {
    template.setService(service);
    double seconds = (atMs - startMs) / 1e3;
    double shift = 600.0 * (service % 7);
    double shape = DayShape.at(seconds + shift);
    double counted = DayShape.busySeconds(seconds + shift) - DayShape.busySeconds(shift);
    int noise = (int) Hash64.pair(service, atMs);
    long nanos = atMs * 1_000_000;
    for (int i = 0; i < levels.length; i++) {
      int drawn = noise + i * 2_654_435 & DRAWN - 1;
      double relative =
          counters[i]
              ? counted + COUNTER_NOISE * intervalS * UNIFORM[drawn]
              : shape + GAUGE_NOISE * NORMAL[drawn];
      template.setPoint(i, nanos, levels[i] * relative);
    }
    int anomalous = anomalous(service, atMs);
    if (anomalous >= 0) {
      template.setPoint(anomalous, nanos, levels[anomalous] * shape * ANOMALY);
    }
    return template.bytes();
  }

  /** The gauge of a service that reads too much at an instant, -1 when none does. */
  int anomalous(int service, long atMs) {
    long draw = Hash64.pair(~(long) service, atMs / ANOMALY_MS);
    int series = (int) ((draw >>> 32) % levels.length);
    return draw % ANOMALOUS_ONE_IN == 0 && !counters[series] ? series : -1;
  }
}
