// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Stands where episodes would be written. A watermark that comes by here has been preceded by every
 * verdict on every point up to it, in all tasks before: so its coming is when they were there.
 */
final class LatencyProbe<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1;

  /** The measurement that goes on in this process; Flink makes the operators, out of reach. */
  private static volatile @Nullable LatencyRecorder recorder;

  private static final LongAdder SENT = new LongAdder();
  private static long[] passed = new long[0];

  static void begin(LatencyRecorder takes, int tasks) {
    synchronized (LatencyProbe.class) {
      passed = new long[tasks];
      Arrays.fill(passed, Long.MIN_VALUE);
      SENT.reset();
      recorder = takes;
    }
  }

  static void sent(int points) {
    SENT.add(points);
  }

  static long sentPoints() {
    return SENT.sum();
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long now = WallClock.nanos();
    int task = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    LatencyRecorder takes = recorder;
    if (takes != null && mark.getTimestamp() != Long.MAX_VALUE) {
      synchronized (LatencyProbe.class) {
        passed[task] = mark.getTimestamp();
        takes.passed(Arrays.stream(passed).min().orElse(Long.MIN_VALUE), now);
      }
    }
    super.processWatermark(mark);
  }
}
