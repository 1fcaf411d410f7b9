// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes JSON of records before they are shuffled, so that it is made once and shuffled as bytes.
 */
final class EncodeRecords<T> extends ProcessFunction<T, Outgoing> {
  private final Topic<T> topic;
  private final int partitions;

  /** Chooses among so many partitions, or leaves the choice to Kafka if there are 0. */
  EncodeRecords(Topic<T> topic, int partitions) {
    this.topic = topic;
    this.partitions = partitions;
  }

  @Override
  public void processElement(T item, Context context, Collector<Outgoing> out) {
    String key = topic.key().of(item);
    int partition = partitions == 0 ? Outgoing.ANY : Outgoing.partitionOf(key, partitions);
    Long stamped = context.timestamp();
    long eventMs = stamped == null ? topic.time().of(item) : stamped;
    out.collect(new Outgoing(partition, eventMs, key, RecordJson.write(item)));
  }
}
