// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;

class KafkaOutputsTest {
  private static List<String> atLeastOnce(String... options) {
    KafkaOutputs outputs = new KafkaOutputs(JobOptions.of(options).kafka(), "correlate");
    return Topics.ALL.stream()
        .filter(topic -> outputs.guarantee(topic) != DeliveryGuarantee.EXACTLY_ONCE)
        .map(Topic::name)
        .toList();
  }

  @Test
  void everyTopicIsWrittenExactlyOnce() {
    assertEquals(List.of(), atLeastOnce());
  }

  @Test
  void incidentsAloneDoNotWaitForTheirCheckpointIfTheirReadersCannot() {
    assertEquals(
        List.of("incidents", "incident-events"), atLeastOnce("--kafka.incidents", "at-least-once"));
  }
}
