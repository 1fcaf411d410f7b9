// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.jobs.options.KafkaOptions;
import io.signalbox.jobs.options.KafkaOptions.Delivery;
import io.signalbox.schemas.json.WireNames;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Writes each topic to Kafka, exactly once: what a checkpoint covers becomes visible when it is
 * complete; incidents at once if their readers prefer that. Topics with progress are written
 * partition by partition, see {@link WriteProgress}.
 */
public final class KafkaOutputs implements Outputs {
  /** Event time between progress records. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final int ROOM_FOR_REST = 1 << 20;

  /** Topics whose readers may not want to wait, and know a record that comes again. */
  private static final Set<String> AT_ONCE =
      Set.of(Topics.INCIDENTS.name(), Topics.INCIDENT_EVENTS.name());

  private final KafkaOptions kafka;
  private final String job;

  /**
   * Writes for a job.
   *
   * @param kafka how the brokers are reached
   * @param job name of the job, part of the transactional ids
   */
  public KafkaOutputs(KafkaOptions kafka, String job) {
    this.kafka = kafka;
    this.job = job;
  }

  @Override
  public <T> void write(DataStream<T> records, Topic<T> topic) {
    DataStream<Outgoing> outgoing = outgoing(records, topic, kafka.partitions(), STEP);
    outgoing.sinkTo(sink(topic)).uid("write-" + topic.name()).name("Write " + topic.name());
  }

  /** The records of a topic, and progress if it carries any, as they go to the sink. */
  static <T> DataStream<Outgoing> outgoing(
      DataStream<T> records, Topic<T> topic, int partitions, Duration step) {
    TypeInformation<Outgoing> type = TypeInformation.of(Outgoing.class);
    DataStream<Outgoing> encoded =
        records
            .process(new EncodeRecords<>(topic, topic.progress() ? partitions : 0))
            .returns(type)
            .uid("encode-" + topic.name())
            .name("Encode " + topic.name());
    if (!topic.progress()) {
      return encoded;
    }
    return encoded
        .keyBy(Outgoing::partition, Types.INT)
        .transform(
            "Write progress of " + topic.name(),
            type,
            new WriteProgress(partitions, step.toMillis()))
        .uid(WriteProgress.UID + "-" + topic.name());
  }

  private KafkaSink<Outgoing> sink(Topic<?> topic) {
    String name = kafka.topicPrefix() + topic.name();
    String type = new WireNames().translate(topic.type().getSimpleName());
    return KafkaSink.<Outgoing>builder()
        .setBootstrapServers(kafka.bootstrap())
        .setKafkaProducerConfig(producer())
        .setRecordSerializer(new WriteKafkaRecord(name, type))
        .setDeliveryGuarantee(guarantee(topic))
        .setTransactionalIdPrefix(kafka.group() + "-" + job + "-" + name)
        .setTransactionNamingStrategy(
            switch (kafka.transactionNames()) {
              case INCREMENTING -> TransactionNamingStrategy.INCREMENTING;
              case POOLING -> TransactionNamingStrategy.POOLING;
            })
        .build();
  }

  DeliveryGuarantee guarantee(Topic<?> topic) {
    return switch (AT_ONCE.contains(topic.name()) ? kafka.incidents() : Delivery.EXACTLY_ONCE) {
      case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
      case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
    };
  }

  private Properties producer() {
    Properties properties = new Properties();
    properties.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Long.toString(kafka.transactionTimeout().toMillis()));
    properties.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Long.toString(largestRecord()));
    properties.putAll(kafka.properties());
    return properties;
  }

  /** A dead letter holds the greatest record read as base64, which is a third longer. */
  private long largestRecord() {
    return kafka.maxRecord().getBytes() / 3 * 4 + ROOM_FOR_REST;
  }
}
