// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts the record's timestamp into the finding, because state keeps no timestamps. A change that is
 * announced late counts from now on rather than never.
 */
public final class StampFinding<T> extends ProcessFunction<T, Finding> {
  private static final long serialVersionUID = 1;
  private final MakeFinding<T> make;

  /** Makes a finding of an item and the event time it was found at. */
  @FunctionalInterface
  public interface MakeFinding<T> extends Serializable {
    /** The finding. */
    Finding of(long foundMs, T item);
  }

  private StampFinding(MakeFinding<T> make) {
    this.make = make;
  }

  /**
   * Findings of a stream.
   *
   * @param name of the stream; part of the uid
   */
  public static <T> DataStream<Finding> stamp(
      DataStream<T> items, String name, MakeFinding<T> make) {
    return items
        .process(new StampFinding<>(make))
        .returns(TypeInformation.of(Finding.class))
        .uid("stamp-" + name)
        .name("Stamp " + name);
  }

  @Override
  public void processElement(T item, Context context, Collector<Finding> out) {
    Long timestamp = context.timestamp();
    if (timestamp == null) {
      throw new IllegalStateException("a finding without a timestamp: " + item);
    }
    long ahead = Math.max(timestamp, context.timerService().currentWatermark() + 1);
    out.collect(make.of(ahead, item));
  }
}
