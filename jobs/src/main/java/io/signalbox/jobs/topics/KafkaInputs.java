// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.jobs.options.KafkaOptions;
import io.signalbox.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Reads Kafka topics: committed records only, from the committed offset or the beginning. */
public final class KafkaInputs {
  private static final long DEFAULT_FETCH = 50L << 20;

  private final KafkaOptions kafka;
  private final String job;

  /**
   * Reads for a job.
   *
   * @param kafka how the brokers are reached
   * @param job name of the job, part of the consumer group
   */
  public KafkaInputs(KafkaOptions kafka, String job) {
    this.kafka = kafka;
    this.job = job;
  }

  /**
   * A source of topics that others than Signalbox write.
   *
   * @param topics names, used when the pattern is empty
   * @param pattern regular expression; topics that come to fit it later are read too
   * @param reader makes elements of records
   */
  public <T> KafkaSource<T> source(
      List<String> topics, String pattern, KafkaRecordDeserializationSchema<T> reader) {
    KafkaSourceBuilder<T> builder = builder(reader);
    return pattern.isEmpty()
        ? builder.setTopics(topics).build()
        : builder.setTopicPattern(Pattern.compile(pattern)).build();
  }

  /** A source of topics that people write, as they come. */
  public KafkaSource<Incoming> source(List<String> topics) {
    return source(topics, "", new ReadKafkaRecord());
  }

  /**
   * The records of a topic with progress, with watermarks from its progress records. What cannot be
   * read comes out at {@link ReadRecords#DEAD_LETTERS}.
   */
  public <T> SingleOutputStreamOperator<T> read(StreamExecutionEnvironment env, Topic<T> topic) {
    return read(env, topic, ProgressWatermarks.strategy());
  }

  /**
   * The same of a topic whose writer need not run: after some wall time without progress it holds
   * up no one.
   */
  public <T> SingleOutputStreamOperator<T> read(
      StreamExecutionEnvironment env, Topic<T> topic, Duration idle) {
    return read(env, topic, ProgressWatermarks.strategy().withIdleness(idle));
  }

  private <T> SingleOutputStreamOperator<T> read(
      StreamExecutionEnvironment env, Topic<T> topic, WatermarkStrategy<Incoming> times) {
    // A reader without a partition would never have a watermark.
    int parallelism = Math.min(env.getParallelism(), kafka.partitions());
    String name = topic.name();
    return env.fromSource(
            builder(new ReadKafkaRecord()).setPartitions(partitions(topic)).build(),
            times,
            "Take up " + name)
        .uid("take-up-" + name)
        .setParallelism(parallelism)
        .process(new ReadRecords<>(topic))
        .returns(TypeInformation.of(topic.type()))
        .uid("read-" + name)
        .name("Read " + name)
        .setParallelism(parallelism);
  }

  private Set<TopicPartition> partitions(Topic<?> topic) {
    String name = kafka.topicPrefix() + topic.name();
    return IntStream.range(0, kafka.partitions())
        .mapToObj(partition -> new TopicPartition(name, partition))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("deprecation") // the connector still asks for the old name of the strategy
  private <T> KafkaSourceBuilder<T> builder(KafkaRecordDeserializationSchema<T> reader) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(kafka.bootstrap())
        .setGroupId(kafka.group() + "-" + job)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(reader)
        .setProperties(consumer());
  }

  private Properties consumer() {
    long record = kafka.maxRecord().getBytes();
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Long.toString(record));
    properties.setProperty(
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Long.toString(Math.max(record, DEFAULT_FETCH)));
    properties.putAll(kafka.properties());
    return properties;
  }
}
