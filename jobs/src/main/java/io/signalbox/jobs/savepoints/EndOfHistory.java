// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.SequenceSource;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells the client when sources that never end have sent all they have: a mark follows the last
 * batch, and whoever takes a savepoint after it has passed has all of history in it, because a
 * barrier overtakes nothing.
 */
final class EndOfHistory extends ProcessFunction<SignalBatch, SignalBatch> {
  private static final long serialVersionUID = 1;
  private static final String COUNT = "histories-read";
  private static final String MARK = "end-of-history";
  private static final String SOURCE = "history-";
  private static final String WATCH = "watch-history-";

  private transient IntCounter count;

  /** All histories as one stream, watched. */
  static DataStream<SignalBatch> read(
      StreamExecutionEnvironment environment, List<? extends BatchSequence> histories) {
    DataStream<SignalBatch> all = null;
    for (int i = 0; i < histories.size(); i++) {
      DataStream<SignalBatch> one =
          environment
              .fromSource(
                  SequenceSource.staying(new Marked(histories.get(i))),
                  BatchTimes.stated(),
                  "History " + i,
                  new SignalBatchType())
              .setParallelism(1)
              .uid(SOURCE + i)
              .process(new EndOfHistory())
              .setParallelism(1)
              .uid(WATCH + i)
              .name("Watch history " + i);
      all = all == null ? one : all.union(one);
    }
    if (all == null) {
      throw new IllegalArgumentException("no history");
    }
    return all;
  }

  /** Uids of what {@link #read} puts in front of a topology. */
  static List<String> uids(int histories) {
    List<String> uids = new ArrayList<>();
    for (int i = 0; i < histories; i++) {
      uids.add(SOURCE + i);
      uids.add(WATCH + i);
    }
    return uids;
  }

  /** How many histories have been read to their end, as far as it is known. */
  static int reached(JobClient job) throws InterruptedException, ExecutionException {
    Object count = job.getAccumulators().get().get(COUNT);
    return count instanceof Integer known ? known : 0;
  }

  @Override
  public void open(OpenContext context) {
    count = getRuntimeContext().getIntCounter(COUNT);
  }

  @Override
  public void processElement(SignalBatch batch, Context context, Collector<SignalBatch> out) {
    if (batch.kind() == BatchKind.PROGRESS && batch.service().equals(MARK)) {
      count.add(1);
    } else {
      out.collect(batch);
    }
  }

  private record Marked(BatchSequence batches) implements BatchSequence {
    @Override
    public Iterator<SignalBatch> open() {
      Iterator<SignalBatch> rest = batches.open();
      return new Iterator<>() {
        private boolean marked;

        @Override
        public boolean hasNext() {
          return !marked;
        }

        @Override
        public SignalBatch next() {
          if (marked) {
            throw new NoSuchElementException();
          }
          marked = !rest.hasNext();
          return marked ? mark() : rest.next();
        }
      };
    }

    private static SignalBatch mark() {
      return new SignalBatch(BatchKind.PROGRESS, "", MARK, "", 0, Long.MIN_VALUE, 0, new byte[0]);
    }
  }
}
