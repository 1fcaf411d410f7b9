// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.Topic;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Keeps the records of some topics only; the others are made all the same.
 *
 * @param kept topics
 * @param outputs where they go
 */
record KeptTopics(Set<Topic<?>> kept, Outputs outputs) implements Outputs {
  @Override
  public <T> void write(DataStream<T> records, Topic<T> topic) {
    if (kept.contains(topic)) {
      outputs.write(records, topic);
    } else {
      records.sinkTo(new DiscardingSink<>()).uid("discard-" + topic.name());
    }
  }
}
