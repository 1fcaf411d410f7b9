// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import java.io.File;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A data set as telemetry in event time: each thing is told when its time has come, and no sooner.
 *
 * @param format the layout
 * @param folder the data set
 * @param disorderMs the disorder bound D of the jobs, by which the end is stated
 * @param view what is done to the data before it is told, for the measures of invariance
 */
record ToldSequence(RootCauseFormat format, File folder, long disorderMs, View view)
    implements BatchSequence {
  private static final Comparator<Telling> IN_TIME =
      Comparator.comparingLong(Telling::atMs).thenComparing(Telling::kind);

  @Override
  public Iterator<SignalBatch> open() {
    return new Reading(format.read(folder.toPath(), view, new Complaints()).chapters());
  }

  private final class Reading implements Iterator<SignalBatch> {
    private final Queue<Chapter> chapters =
        new PriorityQueue<>(Comparator.comparingLong(Chapter::fromMs));
    private final PriorityQueue<Telling> waiting = new PriorityQueue<>(IN_TIME);
    private final RequestCutter cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS);
    private final Queue<SignalBatch> ready = new ArrayDeque<>();
    private long statedMs = Long.MIN_VALUE;
    private long index;
    private boolean ended;

    Reading(List<Chapter> all) {
      chapters.addAll(all);
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !ended) {
        step();
      }
      return !ready.isEmpty();
    }

    @Override
    public SignalBatch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void step() {
      Telling next = waiting.peek();
      Chapter chapter = chapters.peek();
      if (chapter != null && (next == null || chapter.fromMs() <= next.atMs())) {
        waiting.addAll(chapters.remove().tellings().get());
      } else if (next == null) {
        ended = true;
        if (statedMs != Long.MIN_VALUE) {
          ready.add(SignalBatch.progress(statedMs + 1 + disorderMs));
        }
      } else {
        tell(waiting.remove());
      }
    }

    private void tell(Telling telling) {
      if (telling.atMs() - 1 > statedMs) {
        statedMs = telling.atMs() - 1;
        ready.add(SignalBatch.progress(statedMs));
      }
      Origin origin = new Origin("data", 0, index++, Long.MAX_VALUE);
      cutter.cut(telling.kind(), origin, telling.request(), ready::add);
    }
  }
}
