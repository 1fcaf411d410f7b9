// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes of each thing found what hubs are told of it, with the time at which it was found, because
 * state keeps no timestamps. What is found late counts from now on rather than never.
 */
final class MakeHubItems<T> extends ProcessFunction<T, HubItem> {
  private static final long serialVersionUID = 1;
  private final Telling<T> telling;

  /** What hubs are told of a thing. */
  @FunctionalInterface
  interface Telling<T> extends Serializable {
    /** Tells it. */
    void tell(long foundMs, T item, Consumer<HubItem> out);
  }

  private MakeHubItems(Telling<T> telling) {
    this.telling = telling;
  }

  /**
   * What hubs are told of a stream.
   *
   * @param name of the stream; part of the uid
   */
  static <T> DataStream<HubItem> of(DataStream<T> items, String name, Telling<T> telling) {
    return items
        .process(new MakeHubItems<>(telling))
        .returns(TypeInformation.of(HubItem.class))
        .uid("tell-" + name)
        .name("Tell hubs of " + name);
  }

  @Override
  public void processElement(T item, Context context, Collector<HubItem> out) {
    Long timestamp = context.timestamp();
    if (timestamp == null) {
      throw new IllegalStateException("found without a timestamp: " + item);
    }
    long ahead = Math.max(timestamp, context.timerService().currentWatermark() + 1);
    telling.tell(ahead, item, out::collect);
  }
}
