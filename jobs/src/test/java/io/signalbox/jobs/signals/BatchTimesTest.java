// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.schemas.signals.SignalBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class BatchTimesTest {
  private final List<String> said = new ArrayList<>();
  private long nowMs = 77_000;

  @Test
  void eventTimeWaitsAfterAStartUntilAnnouncedChangesHaveHadTimeToBeRead() {
    WatermarkGenerator<SignalBatch> changes = timeless();

    changes.onPeriodicEmit(output());
    changes.onEvent(SignalBatch.progress(0), 0, output());
    nowMs += 4_999;
    changes.onPeriodicEmit(output());

    assertEquals(List.of(), said);
  }

  @Test
  void changesHoldUpNoOneLater() {
    WatermarkGenerator<SignalBatch> changes = timeless();

    nowMs += 5_000;
    changes.onPeriodicEmit(output());
    changes.onEvent(SignalBatch.progress(0), 0, output());

    assertEquals(List.of("idle", "idle"), said);
  }

  private WatermarkGenerator<SignalBatch> timeless() {
    return BatchTimes.timeless(Duration.ofSeconds(5)).createWatermarkGenerator(context());
  }

  private WatermarkGeneratorSupplier.Context context() {
    return new WatermarkGeneratorSupplier.Context() {
      @Override
      public MetricGroup getMetricGroup() {
        return new UnregisteredMetricsGroup();
      }

      @Override
      public RelativeClock getInputActivityClock() {
        return new RelativeClock() {
          @Override
          public long relativeTimeMillis() {
            return nowMs;
          }

          @Override
          public long relativeTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(nowMs);
          }
        };
      }
    };
  }

  private WatermarkOutput output() {
    return new WatermarkOutput() {
      @Override
      public void emitWatermark(Watermark watermark) {
        said.add("watermark");
      }

      @Override
      public void markIdle() {
        said.add("idle");
      }

      @Override
      public void markActive() {
        said.add("active");
      }
    };
  }
}
