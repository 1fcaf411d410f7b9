// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.benchmarks.incidents.storm.StormNews;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Gives the number of each second of the story when its time has come. */
final class PacedSeconds implements GeneratorFunction<Long, Integer> {
  private static final long serialVersionUID = 1;

  private final double nanosEach;
  private long beganNanos;

  PacedSeconds(double speed) {
    nanosEach = 1e9 / speed;
  }

  @Override
  public Integer map(Long index) {
    if (beganNanos == 0) {
      beganNanos = System.nanoTime();
    }
    long due = beganNanos + (long) (index * nanosEach);
    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
    return (int) (index + 1);
  }

  /** Last millisecond of a second of the story. */
  static long endMs(int second) {
    return StormNews.START.toEpochMilli() + 1000L * second - 1;
  }

  /** Each second is followed by the watermark that releases it. */
  static WatermarkStrategy<Integer> releases() {
    return WatermarkStrategy.<Integer>forGenerator(context -> new Releases())
        .withTimestampAssigner((second, stamped) -> endMs(second));
  }

  private static final class Releases implements WatermarkGenerator<Integer> {
    @Override
    public void onEvent(Integer second, long timestamp, WatermarkOutput output) {
      PagingClock.released(timestamp);
      output.emitWatermark(new Watermark(timestamp));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
