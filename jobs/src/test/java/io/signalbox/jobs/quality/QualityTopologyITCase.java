// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.Confusion;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualityShape;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.analytics.quality.impact.DecisionRole;
import io.signalbox.analytics.quality.impact.MeanOutcome;
import io.signalbox.analytics.quality.impact.Uplift;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From spans, evaluations, labels and changes to rates and episodes, and from decisions to impact.
 */
@Timeout(180)
class QualityTopologyITCase {
  private static final List<String> SERVICES = List.of("bot", "agent", "helper");

  /** After everything said. */
  private static final long END_MS = AnswerTelemetry.START_MS + 3_600_000;

  @TempDir Path folder;

  private interface Time<T> extends ToLongFunction<T>, Serializable {}

  private Path run(String name, int parallelism, Backend backend, long seed) throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve(name + "-checkpoints"), Duration.ofSeconds(10));
    List<AnswerTelemetry.Said> all = new ArrayList<>();
    SERVICES.forEach(service -> all.addAll(AnswerTelemetry.of(service, service.length())));
    all.addAll(PredictionTelemetry.of("checkout", 1));
    List<AnswerTelemetry.Said> decided = new ArrayList<>();
    SERVICES.forEach(agent -> decided.addAll(DecisionTelemetry.of(agent, agent.length())));
    FileOutputs outputs = new FileOutputs(folder.resolve(name), false);
    QualityTopology.build(
            new QualityInputs(
                read(environment, all, seed, GenAiEvent.class, event -> event.at().toEpochMilli()),
                read(environment, all, seed, Change.class, one -> one.at().toEpochMilli()),
                new AnswerInputs(
                    said(environment, all, seed, AnswerLabel.class, "answer-labels"),
                    said(environment, all, seed, Prediction.class, "model-predictions")),
                new DecisionInputs(
                    said(environment, decided, seed, AgentDecision.class, "agent-decisions"),
                    said(environment, decided, seed, DecisionOutcome.class, "decision-outcomes"))),
            DecisionOperatorsTest.OPTIONS)
        .writeTo(outputs);
    outputs.begin();
    environment.execute("quality");
    outputs.finish();
    return folder.resolve(name);
  }

  private static <T> DataStream<T> read(
      StreamExecutionEnvironment environment,
      List<AnswerTelemetry.Said> all,
      long seed,
      Class<T> type,
      Time<T> time) {
    List<T> items = new ArrayList<>();
    for (AnswerTelemetry.Said said : shuffled(all, seed)) {
      if (type.isInstance(said.what())) {
        items.add(type.cast(said.what()));
      }
    }
    return times(environment, items, type, type.getSimpleName(), time);
  }

  /** What people and tools say, and first something that nobody can use. */
  private static DataStream<Incoming> said(
      StreamExecutionEnvironment environment,
      List<AnswerTelemetry.Said> all,
      long seed,
      Class<?> type,
      String topic) {
    byte[] useless = "{\"verdict\":\"good\"}".getBytes(StandardCharsets.UTF_8);
    List<Incoming> items = new ArrayList<>();
    long firstMs = all.stream().mapToLong(AnswerTelemetry.Said::atMs).min().orElseThrow();
    items.add(new Incoming(topic, 0, 0, firstMs, false, useless));
    for (AnswerTelemetry.Said said : shuffled(all, seed)) {
      if (type.isInstance(said.what())) {
        items.add(new Incoming(topic, 0, 1, said.atMs(), false, RecordJson.write(said.what())));
      }
    }
    return times(environment, items, Incoming.class, topic, Incoming::eventMs);
  }

  private static <T> DataStream<T> times(
      StreamExecutionEnvironment environment,
      List<T> items,
      Class<T> type,
      String name,
      Time<T> time) {
    int size = items.size();
    return environment
        .fromData(items, TypeInformation.of(type))
        .setParallelism(1)
        .uid("source-" + name)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<T>forGenerator(none -> new PromptWatermarks<>(size))
                .withTimestampAssigner((item, none) -> time.applyAsLong(item)))
        .setParallelism(1)
        .uid("times-" + name);
  }

  /**
   * With each item, and after the last of all sources up to the same time, because the first source
   * to end no longer holds the others up.
   */
  private static final class PromptWatermarks<T> extends BoundedOutOfOrdernessWatermarks<T> {
    private int left;

    private PromptWatermarks(int items) {
      super(Duration.ofSeconds(10));
      left = items;
    }

    @Override
    public void onEvent(T item, long atMs, WatermarkOutput output) {
      super.onEvent(item, atMs, output);
      onPeriodicEmit(output);
      if (--left == 0) {
        output.emitWatermark(new Watermark(END_MS));
      }
    }
  }

  private static List<AnswerTelemetry.Said> shuffled(List<AnswerTelemetry.Said> all, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    record Arrival(long atMs, AnswerTelemetry.Said said) {}
    return all.stream()
        .map(said -> new Arrival(said.atMs() + random.nextInt(9_000), said))
        .sorted(Comparator.comparingLong(Arrival::atMs))
        .map(Arrival::said)
        .toList();
  }

  private static <T> List<T> records(Path out, Topic<T> topic) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(topic.name() + ".jsonl"))) {
      records.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
    }
    return records;
  }

  @Test
  void aWorseModelIsToldOfTheSameAtAnyParallelismAndInAnyOrder() throws Exception {
    Path first = run("first", 1, Backend.HASHMAP, 1);
    Path second = run("second", 2, Backend.ROCKSDB, 2);
    Path third = run("third", 4, Backend.HASHMAP, 3);
    for (Topic<?> topic :
        List.of(
            QualityTopics.QUALITY_RATES,
            QualityTopics.QUALITY_SHAPES,
            QualityTopics.DRIFT_EPISODES,
            QualityTopics.DECISION_IMPACT,
            Topics.DEAD_LETTERS)) {
      String name = topic.name() + ".jsonl";
      String told = Files.readString(first.resolve(name));
      assertTrue(!told.isEmpty(), name);
      assertEquals(told, Files.readString(second.resolve(name)), name);
      assertEquals(told, Files.readString(third.resolve(name)), name);
    }
    for (String service : SERVICES) {
      Episode opened =
          records(first, QualityTopics.DRIFT_EPISODES).stream()
              .filter(one -> one.service().equals(service))
              .findFirst()
              .orElseThrow();
      assertEquals("relevance of gpt-4o-mini", opened.subject());
      long delayMs =
          opened.updatedAt().toEpochMilli()
              - AnswerTelemetry.START_MS
              - AnswerTelemetry.SWITCH * 1_000L;
      assertTrue(delayMs < 60_000, delayMs + " ms");
    }
    windows(records(first, QualityTopics.QUALITY_RATES));
    decisions(records(first, QualityTopics.DECISION_IMPACT));
    predictions(
        records(first, QualityTopics.QUALITY_RATES),
        records(first, QualityTopics.DRIFT_EPISODES).stream().map(Episode::subject).toList(),
        records(first, QualityTopics.QUALITY_SHAPES).stream().map(QualityShape::metric).toList());
    String refused = records(first, Topics.DEAD_LETTERS).toString();
    for (String why :
        List.of(
            "label without response_id",
            "prediction without prediction_id",
            "decision without decision_id",
            "outcome without decision_id")) {
      assertTrue(refused.contains(why), refused);
    }
  }

  /** The last revision of the first window, which is over, of all actions of each agent. */
  private static void decisions(List<DecisionImpact> rows) {
    for (String agent : SERVICES) {
      DecisionImpact last =
          rows.stream()
              .filter(one -> one.agent().equals(agent) && one.role() == DecisionRole.ACTING)
              .filter(one -> (one.action() + one.model() + one.segment()).isEmpty())
              .filter(one -> one.startAt().equals(rows.get(0).startAt()))
              .max(Comparator.comparingInt(DecisionImpact::revision))
              .orElseThrow();
      assertEquals(0, last.open());
      assertTrue(last.late() > 0 && last.missed() > last.late(), last::toString);
      assertEquals(.8, last.completeness(), .1);
      MeanOutcome right = last.outcomes().get(0);
      assertTrue(right.lower() < DecisionTelemetry.RIGHT, last::toString);
      assertTrue(right.upper() > DecisionTelemetry.RIGHT, last::toString);
      double truth = DecisionTelemetry.RIGHT - DecisionTelemetry.BASELINE_RIGHT;
      Uplift uplift = right.uplifts().get(0);
      assertEquals(DecisionRole.BASELINE, uplift.over());
      assertTrue(uplift.lower() < truth && truth < uplift.upper(), uplift::toString);
      assertTrue(new BigDecimal(last.costs().get(0).cost()).signum() > 0, last::toString);
    }
  }

  /** Late labels say how often the model was right, and how often it took one for the other. */
  private static void predictions(
      List<QualityRate> rates, List<String> changed, List<String> shapes) {
    QualityRate correct = ofPredictions(rates, "correct");
    assertTrue(correct.labelled() > 400 && correct.labelled() == correct.rated());
    assertTrue(correct.answers() > 2 * correct.labelled() - 120, correct::toString);
    assertTrue(correct.lower() < PredictionTelemetry.BEFORE, correct::toString);
    assertTrue(correct.upper() > PredictionTelemetry.BEFORE, correct::toString);
    Confusion confusion = ofPredictions(rates, "outcome").agreement();
    double agreed = confusion.goodGood() + confusion.badBad();
    assertEquals(PredictionTelemetry.BEFORE, agreed / confusion.total(), .03);
    assertTrue(confusion.goodGood() > 3 * confusion.badBad(), confusion::toString);
    assertTrue(confusion.badGood() > 2 * confusion.goodBad(), confusion::toString);
    assertTrue(
        changed.containsAll(List.of("correct of fraud 7", "category.country of fraud 7")),
        changed::toString);
    assertTrue(!changed.contains("feature.amount of fraud 7"), changed::toString);
    assertTrue(
        shapes.containsAll(List.of("score.honest", "feature.amount", "category.country")),
        shapes::toString);
  }

  /** The last that is told of the first window. */
  private static QualityRate ofPredictions(List<QualityRate> rates, String metric) {
    return rates.stream()
        .filter(one -> one.model().equals("fraud 7") && one.metric().equals(metric))
        .filter(one -> one.segment().isEmpty())
        .min(
            Comparator.comparing(QualityRate::startAt)
                .thenComparing(QualityRate::revision, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static void windows(List<QualityRate> rates) {
    List<QualityRate> last =
        rates.stream()
            .filter(one -> one.metric().equals("relevance") && one.segment().isEmpty())
            .filter(one -> one.model().equals("gpt-4o"))
            .filter(
                one ->
                    rates.stream()
                        .noneMatch(
                            other ->
                                other.startAt().equals(one.startAt())
                                    && other.service().equals(one.service())
                                    && other.metric().equals(one.metric())
                                    && other.segment().equals(one.segment())
                                    && other.model().equals(one.model())
                                    && other.revision() > one.revision()))
            .toList();
    assertEquals(SERVICES.size() * 3, last.size());
    for (QualityRate one : last) {
      assertTrue(Math.abs(one.answers() - 600) <= 1, one::toString);
      assertEquals(1, one.coverage(), .01);
      assertTrue(one.labelled() > 150 && one.labelled() < 250, one::toString);
      double truth = AnswerTelemetry.BEFORE * .9 + (1 - AnswerTelemetry.BEFORE) * .1;
      assertTrue(Math.abs(one.estimate() - truth) < .06, one::toString);
      assertTrue(one.agreement().total() >= one.labelled(), one::toString);
    }
  }
}
