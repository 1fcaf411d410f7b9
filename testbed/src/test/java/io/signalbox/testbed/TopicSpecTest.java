// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topic.Cleanup;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSpecTest {
  private static final Path FILE =
      Path.of(System.getProperty("signalbox.root"), "flink-conf/topics.yaml");
  private static final Map<String, String> VALUES =
      Map.of("replication", "3", "min.insync.replicas", "2");

  @Test
  void everyTopicThatAJobWritesIsPlannedWithItsCleanUp() throws IOException {
    for (Topic<?> topic : Topics.ALL) {
      String cleanup = topic.cleanup() == Cleanup.COMPACT ? "compact" : "delete";
      assertEquals(cleanup, planned(topic.name()).config().get("cleanup.policy"), topic.name());
    }
  }

  @Test
  void aTopicOfTheCollectorTakesRecordsOf32Megabytes() throws IOException {
    for (String name : List.of("otlp_metrics", "otlp_spans", "otlp_logs")) {
      assertEquals("33554432", planned(name).config().get("max.message.bytes"), name);
    }
  }

  @Test
  void aDeadLetterHasRoomForTheLargestRecordInBase64() throws IOException {
    long room = Long.parseLong(planned("dead-letters").config().get("max.message.bytes"));
    assertTrue(room > 33554432L * 4 / 3, "room for " + room);
  }

  @Test
  void aTopicWithProgressHasThePartitionsThatJobsExpect() throws IOException {
    for (Topic<?> topic : Topics.ALL) {
      if (topic.progress()) {
        int expected = JobOptions.of().kafka().partitions();
        assertEquals(expected, planned(topic.name()).partitions(), topic.name());
      }
    }
  }

  @Test
  void defaultsFillWhatATopicDoesNotSay() throws IOException {
    TopicSpec edges = planned("edges");
    assertEquals(4, edges.partitions());
    assertEquals(3, edges.replication());
    assertEquals("2", edges.config().get("min.insync.replicas"));
    assertEquals(1, planned("change-events").partitions());
  }

  @Test
  void aPlaceWithoutAValueIsAnError() {
    var problem =
        assertThrows(IllegalArgumentException.class, () -> TopicSpec.load(FILE, Map.of()));
    assertEquals("no value for ${replication}", problem.getMessage());
  }

  private static TopicSpec planned(String name) throws IOException {
    return TopicSpec.load(FILE, VALUES).stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no topic " + name));
  }
}
