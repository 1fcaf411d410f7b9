// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Requests of all services, scrape after scrape, an interval of event time apart. Each parallel
 * source has services of its own, so that event time advances evenly.
 */
final class LoadSource implements GeneratorFunction<Long, byte[]> {
  private static final long serialVersionUID = 1;
  private static final long START_MS = 1_767_600_000_000L;

  private final MetricLoad load;
  private final long intervalMs;
  private final long rangeLength;
  private final int parallelism;

  /**
   * Makes the source function.
   *
   * @param rangeLength numbers of each parallel source; they come as one ascending range each
   */
  LoadSource(MetricLoad load, long intervalMs, long rangeLength, int parallelism) {
    this.load = load;
    this.intervalMs = intervalMs;
    this.rangeLength = rangeLength;
    this.parallelism = parallelism;
  }

  @Override
  public byte[] map(Long number) {
    int source = (int) (number / rangeLength);
    long step = number % rangeLength;
    int own = load.services() / parallelism;
    int service = source % parallelism * own + (int) (step % own);
    long atMs = START_MS + step / own * intervalMs + service % intervalMs;
    Progress.POINTS.add(load.series());
    return load.request(service, atMs);
  }
}
