// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topic as flink-conf/topics.yaml wants it.
 *
 * @param name name of the topic
 * @param partitions at least 1
 * @param replication copies of each record, at least 1
 * @param config topic options of Kafka
 */
public record TopicSpec(
    String name, int partitions, short replication, SortedMap<String, String> config) {

  /**
   * Reads all topics, each completed by the defaults, in the order of the file.
   *
   * @param values values of the placeholders
   */
  public static List<TopicSpec> load(Path file, Map<String, String> values) throws IOException {
    JsonNode plan = new YAMLMapper().readTree(Template.fill(Files.readString(file), values));
    List<TopicSpec> topics = new ArrayList<>();
    for (var topic : plan.path("topics").properties()) {
      topics.add(of(topic.getKey(), topic.getValue(), plan.path("defaults")));
    }
    return topics;
  }

  private static TopicSpec of(String name, JsonNode topic, JsonNode defaults) {
    SortedMap<String, String> config = new TreeMap<>();
    for (JsonNode source : List.of(defaults, topic)) {
      for (var option : source.path("config").properties()) {
        config.put(option.getKey(), option.getValue().asText());
      }
    }
    int partitions = topic.path("partitions").asInt(defaults.path("partitions").asInt());
    return new TopicSpec(name, partitions, (short) defaults.path("replication").asInt(), config);
  }
}
