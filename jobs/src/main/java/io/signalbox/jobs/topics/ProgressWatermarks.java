// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Takes the watermark of a partition from its progress records and from nothing else: records say
 * when something happened, not that nothing else did.
 */
final class ProgressWatermarks implements WatermarkGenerator<Incoming> {
  private long progress = Long.MIN_VALUE;

  static WatermarkStrategy<Incoming> strategy() {
    return WatermarkStrategy.<Incoming>forGenerator(context -> new ProgressWatermarks())
        .withTimestampAssigner((item, stamped) -> item.eventMs());
  }

  @Override
  public void onEvent(Incoming item, long timestamp, WatermarkOutput output) {
    if (item.progress() && item.eventMs() > progress) {
      progress = item.eventMs();
      output.emitWatermark(new Watermark(progress));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // wall clock has no say
  }
}
