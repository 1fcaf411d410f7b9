// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts what belongs together under the keys by which it finds each other, with the record's
 * timestamp, because state keeps none. What is said late counts from now on rather than never.
 */
final class KeyItems<T, I> extends ProcessFunction<T, I> {
  private static final long serialVersionUID = 1;
  private final Reading<T, I> reading;

  /** Makes items of something and the event time it was found at. */
  @FunctionalInterface
  interface Reading<T, I> extends Serializable {
    List<I> of(long foundMs, T said);
  }

  private KeyItems(Reading<T, I> reading) {
    this.reading = reading;
  }

  /**
   * The items of a stream.
   *
   * @param name of the stream; part of the uid
   * @param type of the items
   */
  static <T, I> DataStream<I> key(
      DataStream<T> said, String name, TypeInformation<I> type, Reading<T, I> reading) {
    return said.process(new KeyItems<>(reading))
        .returns(type)
        .uid("key-" + name)
        .name("Key " + name);
  }

  @Override
  public void processElement(T said, Context context, Collector<I> out) {
    Long timestamp = context.timestamp();
    if (timestamp == null) {
      throw new IllegalStateException("an item without a timestamp: " + said);
    }
    long ahead = Math.max(timestamp, context.timerService().currentWatermark() + 1);
    reading.of(ahead, said).forEach(out::collect);
  }
}
