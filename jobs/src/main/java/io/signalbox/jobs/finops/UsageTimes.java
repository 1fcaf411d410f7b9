// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.schemas.finops.UsageBatch;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** How event time advances with the usages of one source partition. */
public final class UsageTimes implements WatermarkGenerator<UsageBatch> {
  private final BoundedOutOfOrdernessWatermarks<UsageBatch> bound;

  private UsageTimes(Duration disorder) {
    bound = new BoundedOutOfOrdernessWatermarks<>(disorder);
  }

  /** The time of the latest usage less the disorder bound; what was refused tells no time. */
  public static WatermarkStrategy<UsageBatch> bounded(Duration disorder) {
    return WatermarkStrategy.<UsageBatch>forGenerator(context -> new UsageTimes(disorder))
        .withTimestampAssigner((batch, recordTime) -> batch.latestMs());
  }

  @Override
  public void onEvent(UsageBatch batch, long timestamp, WatermarkOutput output) {
    if (batch.shard() != UsageBatch.REFUSED) {
      bound.onEvent(batch, timestamp, output);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    bound.onPeriodicEmit(output);
  }
}
