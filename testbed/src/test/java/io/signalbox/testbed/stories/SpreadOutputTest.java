// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.simulator.output.SignalTopic;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class SpreadOutputTest {
  private static final byte[] VALUE = {1};

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          cluster(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final SpreadOutput output = new SpreadOutput(producer);

  @Test
  void aChangeIsNotHeldBackUntilTheNext() throws IOException {
    output.accept(SignalTopic.CHANGES, 1000, VALUE);

    assertEquals(1, producer.history().size());
  }

  @Test
  void aChangeIsSentOnce() throws IOException {
    output.accept(SignalTopic.CHANGES, 1000, VALUE);
    output.close();

    assertEquals(1, producer.history().size());
  }

  @Test
  void partitionsOfTelemetryTakeTurnsAndAllEndAtTheLastRecord() throws IOException {
    for (int i = 0; i < 3; i++) {
      output.accept(SignalTopic.METRICS, 1000 + i, VALUE);
    }
    output.close();

    List<String> sent = producer.history().stream().map(SpreadOutputTest::place).toList();
    assertEquals(List.of("0@1000", "1@1001", "0@1002", "1@1002"), sent);
  }

  private static String place(ProducerRecord<byte[], byte[]> sent) {
    return sent.partition() + "@" + sent.timestamp();
  }

  private static Cluster cluster() {
    Node node = new Node(0, "localhost", 1);
    Node[] nodes = {node};
    List<PartitionInfo> partitions =
        IntStream.range(0, 2)
            .mapToObj(i -> new PartitionInfo("otlp_metrics", i, node, nodes, nodes))
            .toList();
    return new Cluster("mock", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
  }
}
