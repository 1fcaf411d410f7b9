// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.load;

import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Requests of all services, scrape after scrape, an interval of event time apart, as fast as they
 * are taken. Each parallel source has services of its own, so that event time advances evenly.
 */
public final class LoadSource implements GeneratorFunction<Long, byte[]> {
  private static final long serialVersionUID = 1;

  /** Requests that nobody will ever reach. */
  public static final long ENDLESS = 1L << 40;

  private final MetricLoad load;
  private final long intervalMs;
  private final int parallelism;

  /**
   * Makes the source function.
   *
   * @param intervalMs event time between two requests of a service
   * @param parallelism of the source; the number of services should be a multiple
   */
  public LoadSource(MetricLoad load, long intervalMs, int parallelism) {
    this.load = load;
    this.intervalMs = intervalMs;
    this.parallelism = parallelism;
  }

  /** A number tells its source: each has one ascending range of {@link #ENDLESS}. */
  @Override
  public byte[] map(Long number) {
    long range = ENDLESS / parallelism;
    int source = (int) (number / range);
    long step = number % range;
    int own = load.services() / parallelism;
    int service = source % parallelism * own + (int) (step % own);
    long atMs = MetricLoad.START_MS + step / own * intervalMs + step % own * intervalMs / own;
    Sent.add(load.series());
    return load.request(service, atMs);
  }
}
