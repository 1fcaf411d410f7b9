// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.schemas.signals.Sought;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Cuts Kafka records as a Collector's exporter writes them, otlp_proto or otlp_json: no protobuf
 * request begins with a brace. The key is not looked at.
 */
final class CutKafkaRecord implements KafkaRecordDeserializationSchema<SignalBatch> {
  private static final long serialVersionUID = 1;
  private final SignalKind kind;
  private final Sought sought;
  private transient RequestCutter cutter;

  /**
   * Cuts records of one kind.
   *
   * @param sought in them
   */
  CutKafkaRecord(SignalKind kind, Sought sought) {
    this.kind = kind;
    this.sought = sought;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS, sought);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<SignalBatch> out) {
    byte[] value = message.value();
    if (value == null) {
      return; // a tombstone says nothing
    }
    Origin origin =
        new Origin(message.topic(), message.partition(), message.offset(), message.timestamp());
    if (kind.isEvent() || isJson(value)) {
      cutter.cutJson(kind, origin, value, out::collect);
    } else {
      cutter.cut(kind, origin, value, out::collect);
    }
  }

  private static boolean isJson(byte[] value) {
    for (byte b : value) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return b == '{';
      }
    }
    return false;
  }

  @Override
  public TypeInformation<SignalBatch> getProducedType() {
    return new SignalBatchType();
  }
}
