// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PartitionCheckTest {

  @Test
  void topicsWithTheWantedPartitionsAreFine() {
    assertEquals(
        List.of(),
        PartitionCheck.problems(Map.of("edges", Optional.of(4), "changes", Optional.of(4)), 4));
  }

  @Test
  void everyTopicThatDoesNotFitIsNamedWithBothNumbers() {
    List<String> problems =
        PartitionCheck.problems(
            Map.of(
                "edges", Optional.of(6), "changes", Optional.empty(), "episodes", Optional.of(4)),
            4);

    assertEquals(2, problems.size());
    assertEquals("topic changes does not exist: make it with 4 partitions", problems.get(0));
    assertTrue(
        problems.get(1).startsWith("topic edges has 6 partitions, but kafka.partitions = '4'"));
  }

  @Test
  @Timeout(60)
  void brokersThatDoNotAnswerAreNoReasonToStart() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      JobOptions options =
          JobOptions.of(
              "--kafka.bootstrap",
              "127.0.0.1:" + silent.getLocalPort(),
              "--kafka.properties.default.api.timeout.ms",
              "500",
              "--kafka.properties.request.timeout.ms",
              "500");

      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () -> PartitionCheck.require(options.kafka(), List.of(Topics.EDGES)));

      assertTrue(refused.toString().contains("topic edges"), refused::toString);
    }
  }
}
