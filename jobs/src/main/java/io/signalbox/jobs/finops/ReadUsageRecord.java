// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageLines;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads usage events, each a Kafka record. */
final class ReadUsageRecord implements KafkaRecordDeserializationSchema<UsageBatch> {
  private static final long serialVersionUID = 1;
  private final ExchangeRates rates;
  private transient UsageLines lines;

  /** Reads with those rates of exchange. */
  ReadUsageRecord(ExchangeRates rates) {
    this.rates = rates;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    lines = new UsageLines(rates);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> item, Collector<UsageBatch> out) {
    if (item.value() == null) {
      return; // a tombstone says nothing
    }
    String source = item.topic() + "/" + item.partition();
    out.collect(lines.read(source, item.offset(), item.value(), item.timestamp()));
  }

  @Override
  public TypeInformation<UsageBatch> getProducedType() {
    return new UsageBatchType();
  }
}
