// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Where a fold puts what it found; all of it carries the event time of the fold.
 *
 * @param <O> type of the main output
 */
public final class FoldOutput<O> {
  private final TimestampedCollector<O> main;
  private final Output<StreamRecord<O>> output;
  private final long atMs;

  FoldOutput(TimestampedCollector<O> main, Output<StreamRecord<O>> output, long atMs) {
    this.main = main;
    this.output = output;
    this.atMs = atMs;
  }

  /** Puts a record into the main output. */
  public void collect(O found) {
    main.collect(found);
  }

  /** Puts a record into a side output. */
  public <X> void collect(OutputTag<X> tag, X found) {
    output.collect(tag, new StreamRecord<>(found, atMs));
  }
}
