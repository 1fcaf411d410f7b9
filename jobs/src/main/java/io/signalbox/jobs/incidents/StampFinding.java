// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.jobs.signals.Promptly;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts the record's timestamp into the finding, because state keeps no timestamps. A change that is
 * announced late counts from now on rather than never.
 */
public final class StampFinding<T, F> extends ProcessFunction<T, F> {
  private static final long serialVersionUID = 1;
  private final MakeFinding<T, F> make;

  /** Makes a finding of an item and the event time it was found at. */
  @FunctionalInterface
  public interface MakeFinding<T, F> extends Serializable {
    /** The finding. */
    F of(long foundMs, T item);
  }

  private StampFinding(MakeFinding<T, F> make) {
    this.make = make;
  }

  /**
   * Findings of a stream.
   *
   * @param name of the stream; part of the uid
   */
  public static <T> DataStream<Finding> stamp(
      DataStream<T> items, String name, MakeFinding<T, Finding> make) {
    return stamp(items, name, make, Finding.class);
  }

  /** The same for findings of another type. */
  public static <T, F> DataStream<F> stamp(
      DataStream<T> items, String name, MakeFinding<T, F> make, Class<F> type) {
    return stamp(items, name, make, TypeInformation.of(type));
  }

  /** The same for findings that say themselves how they are serialized. */
  public static <T, F> DataStream<F> stamp(
      DataStream<T> items, String name, MakeFinding<T, F> make, TypeInformation<F> type) {
    return Promptly.send(
        items
            .process(new StampFinding<>(make))
            .returns(type)
            .uid("stamp-" + name)
            .name("Stamp " + name));
  }

  @Override
  public void processElement(T item, Context context, Collector<F> out) {
    Long timestamp = context.timestamp();
    if (timestamp == null) {
      throw new IllegalStateException("a finding without a timestamp: " + item);
    }
    long ahead = Math.max(timestamp, context.timerService().currentWatermark() + 1);
    out.collect(make.of(ahead, item));
  }
}
