// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.PatternOptions;
import io.signalbox.jobs.options.SymptomOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.KafkaInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
   * Live failure patterns, from the topic and the folder that the options name.
   *
   * @param job name of the job, part of the consumer group
   * @return null when they name neither
   */
  public static @Nullable DataStream<RuleText> patterns(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    PatternOptions patterns = options.patterns();
    return both(
        kafka(environment, options, job, patterns.rulesTopic(), "rules"),
        folder(environment, patterns.rulesFolder(), "rules"));
  }

  /**
   * Live symptom tables, from the topic and the folder that the options name.
   *
   * @param job name of the job, part of the consumer group
   * @return null when they name neither
   */
  public static @Nullable DataStream<RuleText> symptomTables(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    SymptomOptions symptoms = options.symptoms();
    return both(
        kafka(environment, options, job, symptoms.rulesTopic(), "symptom-tables"),
        folder(environment, symptoms.rulesFolder(), "symptom-tables"));
  }

  /**
   * The failure patterns that are in the folder now, in the order of the names of their files.
   *
   * @return null when the options name no folder, or nothing is in it
   * @throws IOException when it cannot be read
   */
  public static @Nullable DataStream<RuleText> patternsOfFolder(
      StreamExecutionEnvironment environment, JobOptions options) throws IOException {
    return present(environment, options.patterns().rulesFolder(), "rules");
  }

  /** The same for symptom tables. */
  public static @Nullable DataStream<RuleText> symptomTablesOfFolder(
      StreamExecutionEnvironment environment, JobOptions options) throws IOException {
    return present(environment, options.symptoms().rulesFolder(), "symptom-tables");
  }

  /**
   * The files that are in a folder now, in the order of their names.
   *
   * @param what they are; part of the uid
   * @return null when there is no folder, or nothing in it
   * @throws IOException when it cannot be read
   */
  public static @Nullable DataStream<RuleText> present(
      StreamExecutionEnvironment environment, String folder, String what) throws IOException {
    if (folder.isEmpty()) {
      return null;
    }
    List<RuleText> rules = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.list(java.nio.file.Path.of(folder))) {
      for (java.nio.file.Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        rules.add(new RuleText(file.toString(), Files.readString(file)));
      }
    }
    return rules.isEmpty()
        ? null
        : environment.fromData(rules, TYPE).setParallelism(1).uid("watch-" + what);
  }

  private static @Nullable DataStream<RuleText> both(
      @Nullable DataStream<RuleText> topic, @Nullable DataStream<RuleText> folder) {
    if (topic == null || folder == null) {
      return topic == null ? folder : topic;
    }
    return topic.union(folder);
  }

  private static @Nullable DataStream<RuleText> kafka(
      StreamExecutionEnvironment environment,
      JobOptions options,
      String job,
      String topic,
      String what) {
    if (topic.isEmpty()) {
      return null;
    }
    List<String> topics = List.of(options.kafka().topicPrefix() + topic);
    return environment
        .fromSource(
            new KafkaInputs(options.kafka(), job).source(topics, "", new ReadRuleRecord()),
            Timeless.after(SETTLE),
            "Read " + what.replace('-', ' '),
            TYPE)
        .setParallelism(1)
        .uid("read-" + what);
  }

  /**
   * New files of a folder, looked at each second.
   *
   * @param what they are; part of the uid
   * @return null when there is no folder
   */
  public static @Nullable DataStream<RuleText> folder(
      StreamExecutionEnvironment environment, String folder, String what) {
    if (folder.isEmpty()) {
      return null;
    }
    return environment
        .fromSource(
            FileSource.forBulkFileFormat(new RuleFiles(), new Path(folder))
                .monitorContinuously(LOOK)
                .build(),
            Timeless.after(SETTLE),
            "Watch " + what.replace('-', ' '),
            TYPE)
        .setParallelism(1)
        .uid("watch-" + what);
  }
}
