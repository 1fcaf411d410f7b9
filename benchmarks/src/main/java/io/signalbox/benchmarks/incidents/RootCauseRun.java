// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.jobs.AllInputs;
import io.signalbox.jobs.AllTopology;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.SequenceSource;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a labelled data set through all jobs on an embedded Flink and asks for each cause. */
public final class RootCauseRun {
  /** A case is asked this long after its time: what the job said by then counts. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Topic<Answer> ANSWERS =
      new Topic<>(
          "answers",
          Answer.class,
          Answer::id,
          answer -> answer.at().toEpochMilli(),
          Topic.Cleanup.DELETE,
          false);

  private static final Set<Topic<?>> KEPT =
      Set.of(
          Topics.EPISODES,
          Topics.SUSPICIONS,
          Topics.EDGES,
          Topics.CHANGES,
          Topics.DEAD_LETTERS,
          Topics.INCIDENTS);

  private final RootCauseFormat format;
  private final Path in;
  private final Path work;
  private final View view;
  private final Complaints complaints = new Complaints();

  /**
   * A run that is yet to be made.
   *
   * @param work folder for the records of the jobs
   */
  public RootCauseRun(RootCauseFormat format, Path in, Path work, View view) {
    this.format = format;
    this.in = in;
    this.work = work;
    this.view = view;
  }

  /** What of the input could not be used. */
  public Complaints complaints() {
    return complaints;
  }

  /**
   * Runs to the end of the data.
   *
   * @throws Exception what Flink throws when the job fails
   */
  public RootCauseFindings run(JobOptions options) throws Exception {
    LabelledSet set = format.read(in, view, complaints);
    Path checkpoints = Files.createTempDirectory("signalbox-checkpoints");
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            2, EmbeddedFlink.Backend.HASHMAP, checkpoints, Duration.ofSeconds(10));
    FileOutputs outputs = new FileOutputs(work, false);
    ToldSequence told =
        new ToldSequence(format, in.toFile(), options.time().disorder().toMillis(), view);
    DataStream<SignalBatch> batches =
        environment
            .fromSource(
                new SequenceSource(told), BatchTimes.stated(), "Data set", new SignalBatchType())
            .setParallelism(1)
            .uid("data-set");
    DataStream<Answer> answers =
        AllTopology.build(
            AllInputs.of(batches).withInquiries(inquiries(environment, set)),
            options,
            new KeptTopics(KEPT, outputs));
    outputs.write(answers, ANSWERS);
    outputs.begin();
    environment.execute("signalbox root-cause");
    outputs.finish();
    return new RootCauseFindings(
        set, records(Topics.INCIDENTS, Incident.class), records(ANSWERS, Answer.class));
  }

  private DataStream<Inquiry> inquiries(StreamExecutionEnvironment environment, LabelledSet set) {
    List<Inquiry> asked =
        set.cases().stream()
            .map(
                one ->
                    new Inquiry(
                        one.id(),
                        one.environment(),
                        Instant.ofEpochMilli(one.atMs() + PATIENCE.toMillis() + view.askLaterMs()),
                        one.service()))
            .sorted(Comparator.comparing(Inquiry::at).thenComparing(Inquiry::id))
            .toList();
    List<Inquiry> some =
        asked.isEmpty() ? List.of(new Inquiry("", "", Instant.EPOCH, null)) : asked;
    return environment
        .fromData(TypeInformation.of(Inquiry.class), some.toArray(new Inquiry[0]))
        .setParallelism(1)
        .uid("inquiries")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Inquiry>forMonotonousTimestamps()
                .withTimestampAssigner((one, at) -> one.at().toEpochMilli()))
        .setParallelism(1)
        .uid("inquiry-times");
  }

  private <T> List<T> records(Topic<T> topic, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : Files.readAllLines(work.resolve(topic.name() + ".jsonl"))) {
      records.add(RecordJson.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), type));
    }
    return records;
  }
}
