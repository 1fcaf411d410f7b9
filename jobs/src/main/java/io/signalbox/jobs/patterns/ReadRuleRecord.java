// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes rules from their topic. A record without a value only takes an earlier one off the topic
 * (compaction) and changes nothing that runs.
 */
final class ReadRuleRecord implements KafkaRecordDeserializationSchema<RuleText> {
  private static final long serialVersionUID = 1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> item, Collector<RuleText> out) {
    if (item.value() != null) {
      String origin =
          item.topic() + ", partition " + item.partition() + ", offset " + item.offset();
      out.collect(new RuleText(origin, new String(item.value(), UTF_8)));
    }
  }

  @Override
  public TypeInformation<RuleText> getProducedType() {
    return TypeInformation.of(RuleText.class);
  }
}
