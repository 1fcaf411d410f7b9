// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records of a replay and of a cluster over the same input, to be compared: those before an event
 * time, because a replay ends and a cluster waits for more.
 *
 * @param folder output of the replay, a file for each topic
 * @param topics what is compared
 * @param until event time before which records count
 */
public record ReplayedRecords(Path folder, List<Topic<?>> topics, Instant until) {

  /** How often each record occurs in the replay. */
  SortedMap<String, Integer> read() throws IOException {
    SortedMap<String, Integer> records = new TreeMap<>();
    for (Topic<?> topic : topics) {
      for (String line : Files.readAllLines(folder.resolve(topic.name() + ".jsonl"))) {
        add(topic, line.getBytes(UTF_8), records);
      }
    }
    return records;
  }

  /** How often each record occurs in what a cluster has committed. */
  SortedMap<String, Integer> readCluster(String bootstrapServers) throws IOException {
    SortedMap<String, Integer> records = new TreeMap<>();
    for (Topic<?> topic : topics) {
      List<byte[]> values = new ArrayList<>();
      CommittedRecords.read(
          bootstrapServers,
          List.of(topic.name()),
          message -> {
            if (!CanonicalRecord.isProgress(message)) {
              values.add(message.value());
            }
          });
      for (byte[] value : values) {
        add(topic, value, records);
      }
    }
    return records;
  }

  private <T> void add(Topic<T> topic, byte[] value, SortedMap<String, Integer> records)
      throws IOException {
    T item = RecordJson.read(value, topic.type());
    if (topic.time().of(item) < until.toEpochMilli()) {
      byte[] key = topic.key().of(item).getBytes(UTF_8);
      String text = CanonicalRecord.of(new ConsumerRecord<>(topic.name(), 0, 0, key, value));
      records.merge(text, 1, Integer::sum);
    }
  }
}
