// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.jobs.topics.ReadKafkaRecord;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Where outcomes of recommendations come from. */
public final class OutcomeInputs {
  /** Wall time for the outcomes of a backlog to be read; they are small. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private OutcomeInputs() {}

  /**
   * What is in the topic that the options name.
   *
   * @param job name of the job, part of the consumer group
   * @return null when they name none
   */
  public static @Nullable DataStream<Incoming> read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    String topic = options.advice().outcomesTopic();
    if (topic.isEmpty()) {
      return null;
    }
    List<String> topics = List.of(options.kafka().topicPrefix() + topic);
    return environment
        .fromSource(
            new KafkaInputs(options.kafka(), job).source(topics, "", new ReadKafkaRecord()),
            Timeless.after(SETTLE),
            "Take up outcomes",
            TypeInformation.of(Incoming.class))
        .setParallelism(1)
        .uid("take-up-outcomes");
  }
}
