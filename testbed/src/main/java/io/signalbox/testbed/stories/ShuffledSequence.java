// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Chunks of one source partition in an admissible order drawn by a seed: each is delayed by so much
 * that nothing comes after the watermark, which trails the greatest time seen by the disorder
 * bound, has passed it.
 *
 * @param chunks the chunks of this partition
 * @param disorderMs disorder bound D in milliseconds
 * @param seed of the order; 0 leaves it as it is
 * @param endMs last event time of the whole input, epoch milliseconds
 */
record ShuffledSequence(List<Chunk> chunks, long disorderMs, long seed, long endMs)
    implements BatchSequence {

  private record Arrival(long atMs, Chunk chunk) {}

  @Override
  public Iterator<SignalBatch> open() {
    List<SignalBatch> batches = new ArrayList<>();
    RequestCutter cutter =
        new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS, JobOptions.of().sought());
    long greatest = Long.MIN_VALUE;
    long offset = 0;
    for (Arrival arrival : arrivals()) {
      Chunk chunk = arrival.chunk();
      Origin origin = new Origin("chunks", 0, offset++, Long.MAX_VALUE);
      cutter.cut(chunk.kind(), origin, chunk.request(), batches::add);
      greatest = Math.max(greatest, chunk.lastMs());
      batches.add(SignalBatch.progress(greatest - disorderMs - 1));
    }
    batches.add(SignalBatch.progress(endMs + disorderMs));
    return batches.iterator();
  }

  private List<Arrival> arrivals() {
    Random random = new Random(seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (Chunk chunk : chunks) {
      long room = disorderMs - (chunk.lastMs() - chunk.firstMs());
      boolean free = seed != 0 && room > 1;
      long delay = free ? random.nextLong(room) : 0;
      arrivals.add(new Arrival(chunk.lastMs() + delay, chunk));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::atMs));
    return arrivals;
  }
}
