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
import org.apache.flink.util.clock.RelativeClock;

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

  /**
   * No time at all: people announce changes when they like, so their topic holds up no one and a
   * change counts from when it comes. Only after a start, when there may be a backlog of
   * everything, event time waits until what was announced before can have been read: telemetry must
   * not overtake it.
   *
   * @param settle wall time that the reading of a backlog may take
   */
  public static WatermarkStrategy<SignalBatch> timeless(Duration settle) {
    return WatermarkStrategy.<SignalBatch>forGenerator(
            context -> new Timeless(context.getInputActivityClock(), settle))
        .withTimestampAssigner((batch, recordTime) -> batch.latestMs());
  }

  /** Changes, dead letters and the like have times of their own that must not drive the clock. */
  static boolean tellsTime(BatchKind kind) {
    return switch (kind) {
      case METRICS, SPANS, LOGS, TRACES -> true;
      case EDGES, GEN_AI, CHANGE, DEAD_LETTER, PROGRESS, LATE, SYMPTOMS -> false;
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

  private static final class Timeless implements WatermarkGenerator<SignalBatch> {
    private final RelativeClock clock;
    private final long settledNs;

    Timeless(RelativeClock clock, Duration settle) {
      this.clock = clock;
      this.settledNs = clock.relativeTimeNanos() + settle.toNanos();
    }

    @Override
    public void onEvent(SignalBatch batch, long timestamp, WatermarkOutput output) {
      onPeriodicEmit(output);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (clock.relativeTimeNanos() - settledNs >= 0) {
        output.markIdle();
      }
    }
  }
}
