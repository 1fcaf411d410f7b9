// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.AnswerItem;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts answers and marks under the keys by which they find each other, with the record's timestamp,
 * because state keeps none. What is said late counts from now on rather than never.
 */
final class KeyAnswers<T> extends ProcessFunction<T, AnswerItem> {
  private static final long serialVersionUID = 1;
  private final Reading<T> reading;

  /** Makes items of something and the event time it was found at. */
  @FunctionalInterface
  interface Reading<T> extends Serializable {
    List<AnswerItem> of(long foundMs, T item);
  }

  private KeyAnswers(Reading<T> reading) {
    this.reading = reading;
  }

  /**
   * The items of a stream.
   *
   * @param name of the stream; part of the uid
   */
  static <T> DataStream<AnswerItem> key(DataStream<T> items, String name, Reading<T> reading) {
    return items
        .process(new KeyAnswers<>(reading))
        .returns(TypeInformation.of(AnswerItem.class))
        .uid("key-" + name)
        .name("Key " + name);
  }

  @Override
  public void processElement(T item, Context context, Collector<AnswerItem> out) {
    Long timestamp = context.timestamp();
    if (timestamp == null) {
      throw new IllegalStateException("an answer without a timestamp: " + item);
    }
    long ahead = Math.max(timestamp, context.timerService().currentWatermark() + 1);
    reading.of(ahead, item).forEach(out::collect);
  }
}
