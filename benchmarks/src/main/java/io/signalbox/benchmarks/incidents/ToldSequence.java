// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.jobs.signals.SteppedBatches;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import java.io.File;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

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

  private final class Reading extends SteppedBatches {
    private final Queue<Chapter> chapters =
        new PriorityQueue<>(Comparator.comparingLong(Chapter::fromMs));
    private final PriorityQueue<Telling> waiting = new PriorityQueue<>(IN_TIME);
    private final RequestCutter cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS);
    private long statedMs = Long.MIN_VALUE;
    private long index;

    Reading(List<Chapter> all) {
      chapters.addAll(all);
    }

    @Override
    protected boolean step(Consumer<SignalBatch> out) {
      Telling next = waiting.peek();
      Chapter chapter = chapters.peek();
      if (chapter != null && (next == null || chapter.fromMs() <= next.atMs())) {
        waiting.addAll(chapters.remove().tellings().get());
        return true;
      }
      if (next != null) {
        tell(waiting.remove(), out);
        return true;
      }
      if (statedMs != Long.MIN_VALUE) {
        out.accept(SignalBatch.progress(statedMs + 1 + disorderMs));
      }
      return false;
    }

    private void tell(Telling telling, Consumer<SignalBatch> out) {
      if (telling.atMs() - 1 > statedMs) {
        statedMs = telling.atMs() - 1;
        out.accept(SignalBatch.progress(statedMs));
      }
      Origin origin = new Origin("data", 0, index++, Long.MAX_VALUE);
      cutter.cut(telling.kind(), origin, telling.request(), out);
    }
  }
}
