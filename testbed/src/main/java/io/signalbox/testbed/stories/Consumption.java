// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.KafkaTopics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far jobs have come: what they committed of their input, what they committed as output. */
final class Consumption implements AutoCloseable {
  private final KafkaTopics topics;
  private final Scenario scenario;

  Consumption(String bootstrapServers, Scenario scenario) {
    this.topics = new KafkaTopics(bootstrapServers);
    this.scenario = scenario;
  }

  /** Input records written so far. */
  long written() throws IOException {
    return sum(topics.ends(inputs(), IsolationLevel.READ_COMMITTED));
  }

  /** Input records that every reading group has committed. */
  long consumed() throws IOException {
    Map<TopicPartition, Long> committed = topics.committed();
    committed.keySet().retainAll(inputs());
    return sum(committed);
  }

  /** Committed ends of the output, empty while transactions are open. */
  Map<TopicPartition, Long> settledOutput() throws IOException {
    List<TopicPartition> outputs = topics.partitions(scenario.outputs());
    Map<TopicPartition, Long> committed = topics.ends(outputs, IsolationLevel.READ_COMMITTED);
    return committed.equals(topics.ends(outputs, IsolationLevel.READ_UNCOMMITTED))
        ? committed
        : Map.of();
  }

  @Override
  public void close() {
    topics.close();
  }

  private List<TopicPartition> inputs() throws IOException {
    return topics.partitions(scenario.inputs());
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }
}
