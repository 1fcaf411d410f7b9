// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.PatternOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.KafkaInputs;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Where live rules come from. */
public final class RuleInputs {
  /** Wall time for the rules of a backlog to be read; few and small, they come with one fetch. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final TypeInformation<RuleText> TYPE = TypeInformation.of(RuleText.class);

  private RuleInputs() {}

  /**
   * Reads the topic and the folder of rules, as far as the options name them.
   *
   * @param job name of the job, part of the consumer group
   * @return null when they name neither
   */
  public static @Nullable DataStream<RuleText> read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    PatternOptions patterns = options.patterns();
    DataStream<RuleText> rules = null;
    if (!patterns.rulesTopic().isEmpty()) {
      String topic = options.kafka().topicPrefix() + patterns.rulesTopic();
      rules =
          environment
              .fromSource(
                  new KafkaInputs(options.kafka(), job)
                      .source(List.of(topic), "", new ReadRuleRecord()),
                  Timeless.after(SETTLE),
                  "Read rules",
                  TYPE)
              .setParallelism(1)
              .uid("read-rules");
    }
    if (!patterns.rulesFolder().isEmpty()) {
      DataStream<RuleText> files = folder(environment, patterns.rulesFolder());
      rules = rules == null ? files : rules.union(files);
    }
    return rules;
  }

  private static DataStream<RuleText> folder(
      StreamExecutionEnvironment environment, String folder) {
    return environment
        .fromSource(
            FileSource.forRecordStreamFormat(new RuleFiles(), new Path(folder))
                .monitorContinuously(LOOK)
                .build(),
            Timeless.after(SETTLE),
            "Watch rules",
            TYPE)
        .setParallelism(1)
        .uid("watch-rules");
  }
}
