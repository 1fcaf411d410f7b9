// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.CollectedTopics;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.FailTwice;
import io.signalbox.jobs.delivery.LocalPostgres;
import io.signalbox.jobs.delivery.QualityPlaces;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.parquet.ParquetRows;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Topics, PostgreSQL and Parquet say the same of answers and decisions, and what a job says that
 * never failed, although this one failed twice. Skipped where no PostgreSQL is installed.
 */
@Timeout(240)
class QualityPlacesITCase {
  /** After everything said, so that it is told. */
  private static final long END_MS = AnswerTelemetry.START_MS + 4_000_000;

  private static final Instant END = Instant.ofEpochMilli(END_MS);
  private static final int A_CHECKPOINT = 400;

  /** What each source says; static, because a source is sent to where it runs. */
  private static final Map<String, List<?>> SAID =
      Map.of(
          "gen-ai",
          said(
              GenAiEvent.class,
              new GenAiEvent("span", END, "prod", "end", "chat", "t", "s", 1, false, Map.of())),
          "changes",
          said(
              Change.class,
              new Change("end", END, "prod", "end", "model", "m", null, "x", null, false)),
          "answer-labels",
          heard(
              AnswerTelemetry.of("bot", 1),
              AnswerLabel.class,
              new AnswerLabel("end", "m", AnswerVerdict.GOOD, END, "x")),
          "model-predictions",
          heard(
              PredictionTelemetry.of("checkout", 1),
              Prediction.class,
              PredictionTelemetry.prediction("end", "end", END_MS, false)),
          "agent-decisions",
          heard(
              DecisionTelemetry.of("agent", 1),
              AgentDecision.class,
              new AgentDecision("end", "prod", "end", "x", "", "", "", false, END)),
          "decision-outcomes",
          heard(
              DecisionTelemetry.of("agent", 1),
              DecisionOutcome.class,
              new DecisionOutcome("end", AnswerVerdict.GOOD, null, "", END, "x")));

  @TempDir static Path shared;
  @TempDir Path folder;
  private static LocalPostgres postgres;

  @BeforeAll
  static void install() throws IOException, InterruptedException, SQLException {
    postgres = LocalPostgres.withTables(shared);
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (postgres != null) {
      postgres.close();
    }
  }

  private interface Time<T> extends ToLongFunction<T>, Serializable {}

  private static <T> List<T> said(Class<T> type, T last) {
    Stream<Object> all = AnswerTelemetry.of("bot", 1).stream().map(AnswerTelemetry.Said::what);
    return Stream.concat(all.filter(type::isInstance).map(type::cast), Stream.of(last)).toList();
  }

  /** What people and tools say comes as bytes. */
  private static <T> List<Incoming> heard(List<AnswerTelemetry.Said> all, Class<T> type, T last) {
    List<Incoming> items = new ArrayList<>();
    for (AnswerTelemetry.Said one : all) {
      if (type.isInstance(one.what())) {
        items.add(incoming(one.atMs(), one.what()));
      }
    }
    items.add(incoming(END_MS, last));
    return items;
  }

  private static Incoming incoming(long atMs, Object what) {
    return new Incoming("said", 0, 0, atMs, false, RecordJson.write(what));
  }

  /** A watermark with each item: the end of a source is no time. */
  private static final class EachItem<T> extends BoundedOutOfOrdernessWatermarks<T> {
    private EachItem() {
      super(Duration.ofSeconds(10));
    }

    @Override
    public void onEvent(T item, long atMs, WatermarkOutput output) {
      super.onEvent(item, atMs, output);
      onPeriodicEmit(output);
    }
  }

  /** Comes bit by bit, so that checkpoints are between. */
  private static <T> DataStream<T> source(
      StreamExecutionEnvironment environment, String name, Class<T> type, Time<T> time) {
    GeneratorFunction<Long, T> item =
        index -> type.cast(Objects.requireNonNull(SAID.get(name)).get(index.intValue()));
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                item,
                Objects.requireNonNull(SAID.get(name)).size(),
                RateLimiterStrategy.perCheckpoint(A_CHECKPOINT),
                TypeInformation.of(type)),
            WatermarkStrategy.<T>forGenerator(none -> new EachItem<>())
                .withTimestampAssigner((one, none) -> time.applyAsLong(one)),
            name)
        .setParallelism(1)
        .uid("source-" + name);
  }

  private static DataStream<Incoming> said(StreamExecutionEnvironment environment, String name) {
    return source(environment, name, Incoming.class, Incoming::eventMs);
  }

  /** Runs the job, and says what its topics hold. */
  private CollectedTopics run(int parallelism, Backend backend, boolean fails, JobOptions options)
      throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve("checkpoints"), Duration.ofMillis(100));
    environment.configure(FailTwice.restarts());
    DataStream<GenAiEvent> spans =
        source(environment, "gen-ai", GenAiEvent.class, event -> event.at().toEpochMilli());
    if (fails) {
      spans =
          spans
              .map(new FailTwice<>())
              .returns(TypeInformation.of(GenAiEvent.class))
              .uid("fail-twice");
    }
    Qualities found =
        QualityTopology.build(
            new QualityInputs(
                spans,
                source(environment, "changes", Change.class, one -> one.at().toEpochMilli()),
                new AnswerInputs(
                    said(environment, "answer-labels"), said(environment, "model-predictions")),
                new DecisionInputs(
                    said(environment, "agent-decisions"), said(environment, "decision-outcomes"))),
            options);
    CollectedTopics topics =
        new CollectedTopics(QualityTopics.QUALITY_RATES, QualityTopics.DECISION_IMPACT);
    found.writeTo(topics);
    QualityPlaces.write(found, options);
    topics.execute();
    return topics;
  }

  private static JobOptions options(String... more) {
    List<String> all = new ArrayList<>(List.of("--impact.horizon", "2m", "--impact.window", "10m"));
    all.addAll(List.of("--impact.every", "1m", "--impact.ranges", "EUR=-5..5"));
    all.addAll(List.of(more));
    return JobOptions.of(all.toArray(new String[0]));
  }

  @Test
  void allPlacesSayTheSameOverFailures() throws Exception {
    CollectedTopics expected = run(1, Backend.HASHMAP, false, options());
    FailTwice.begin();
    CollectedTopics told =
        run(
            2,
            Backend.ROCKSDB,
            true,
            options(
                "--quality.postgres",
                "true",
                "--postgres.url",
                postgres.url(),
                "--postgres.user",
                "signalbox",
                "--quality.parquet",
                folder.resolve("parquet").toString()));
    assertEquals(FailTwice.FAILURES, FailTwice.failed());
    agree(QualityTopics.QUALITY_RATES, QualityRate::revision, expected, told);
    agree(QualityTopics.DECISION_IMPACT, DecisionImpact::revision, expected, told);
  }

  private <T> void agree(
      Topic<T> topic, ToIntFunction<T> revision, CollectedTopics expected, CollectedTopics told)
      throws IOException, SQLException {
    List<T> records = told.records(topic);
    assertEquals(expected.records(topic), records);
    assertTrue(records.stream().anyMatch(row -> revision.applyAsInt(row) > 1), topic.name());

    Map<String, T> latest = new TreeMap<>();
    for (T row : records) {
      latest.merge(
          topic.key().of(row) + topic.time().of(row),
          row,
          BinaryOperator.maxBy(Comparator.comparingInt(revision)));
    }
    Set<T> rows = new HashSet<>();
    for (String json :
        postgres.rows("SELECT to_jsonb(t) FROM " + topic.name().replace('-', '_') + " AS t")) {
      rows.add(RecordJson.read(json.getBytes(UTF_8), topic.type()));
    }
    assertEquals(new HashSet<>(latest.values()), rows);
    assertEquals(records.stream().map(QualityPlacesITCase::json).toList(), parquet(topic));
  }

  private static String json(Object row) {
    return new String(RecordJson.write(row), UTF_8);
  }

  private List<String> parquet(Topic<?> topic) throws IOException {
    Path day = folder.resolve("parquet").resolve(topic.name()).resolve("day=2023-11-14");
    List<String> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(day)) {
      for (Path file :
          files.filter(one -> !one.getFileName().toString().startsWith(".")).toList()) {
        for (JsonNode row : ParquetRows.of(file)) {
          byte[] json = row.toString().getBytes(UTF_8);
          rows.add(json(RecordJson.read(json, topic.type())));
        }
      }
    }
    return rows.stream().sorted().toList();
  }
}
