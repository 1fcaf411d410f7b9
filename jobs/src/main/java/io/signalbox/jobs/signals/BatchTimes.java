// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** How event time advances with the batches of one source partition. */
public final class BatchTimes {
  private BatchTimes() {}

  /**
   * The greatest event time seen less the disorder bound, per partition; a partition that stays
   * silent longer than {@code idle} of wall time no longer holds the others up.
   */
  public static WatermarkStrategy<SignalBatch> bounded(Duration disorder, Duration idle) {
    return WatermarkStrategy.<SignalBatch>forGenerator(context -> new Bounded(disorder))
        .withTimestampAssigner((batch, recordTime) -> batch.latestMs())
        .withIdleness(idle);
  }

  /** Only what PROGRESS batches state: for sources that know how far they are. */
  public static WatermarkStrategy<SignalBatch> stated() {
    return WatermarkStrategy.<SignalBatch>forGenerator(context -> new Stated())
        .withTimestampAssigner((batch, recordTime) -> batch.latestMs());
  }

  /** No time at all, see {@link Timeless}: people announce changes when they like. */
  public static WatermarkStrategy<SignalBatch> timeless(Duration settle) {
    return Timeless.<SignalBatch>after(settle)
        .withTimestampAssigner((batch, recordTime) -> batch.latestMs());
  }

  /** Changes, dead letters and the like have times of their own that must not drive the clock. */
  static boolean tellsTime(BatchKind kind) {
    return switch (kind) {
      case METRICS, SPANS, LOGS, TRACES -> true;
      case EDGES, GEN_AI, CHANGE, FEEDBACK, DEAD_LETTER, PROGRESS, LATE, SYMPTOMS -> false;
    };
  }

  private static final class Bounded implements WatermarkGenerator<SignalBatch> {
    private final BoundedOutOfOrdernessWatermarks<SignalBatch> bound;

    Bounded(Duration disorder) {
      bound = new BoundedOutOfOrdernessWatermarks<>(disorder);
    }

    @Override
    public void onEvent(SignalBatch batch, long timestamp, WatermarkOutput output) {
      if (tellsTime(batch.kind())) {
        bound.onEvent(batch, timestamp, output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      bound.onPeriodicEmit(output);
    }
  }

  private static final class Stated implements WatermarkGenerator<SignalBatch> {
    @Override
    public void onEvent(SignalBatch batch, long timestamp, WatermarkOutput output) {
      if (batch.kind() == BatchKind.PROGRESS) {
        output.emitWatermark(new Watermark(timestamp));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Only PROGRESS batches say how far it is.
    }
  }
}
