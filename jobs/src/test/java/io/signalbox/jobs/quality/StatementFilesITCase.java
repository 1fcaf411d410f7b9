// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualityShape;
import io.signalbox.analytics.quality.ShapeWatch;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A capture of answers, and beside it what turned out to be true of them and of decisions. */
@Timeout(180)
class StatementFilesITCase {
  private static final long START_MS = 1_767_600_000_000L;
  private static final int ANSWERS = 600;
  private static final long LATER_MS = 3_600_000;

  @TempDir private Path folder;

  /** One answer a second. */
  private static String request(int i) {
    return String.format(
        Locale.ROOT,
        "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":"
            + "{\"stringValue\":\"bot\"}}]},\"scopeSpans\":[{\"spans\":[{\"traceId\":\"%032x\","
            + "\"spanId\":\"%016x\",\"name\":\"chat m\",\"startTimeUnixNano\":\"%d000000\","
            + "\"endTimeUnixNano\":\"%d000000\",\"attributes\":[%s,%s,%s]}]}]}]}",
        i + 1,
        i + 1,
        START_MS + 1_000L * i,
        START_MS + 1_000L * i + 500,
        attribute("gen_ai.response.model", "m"),
        attribute("gen_ai.response.id", "r" + i),
        attribute("segment.region", i % 2 == 0 ? "eu" : "us"));
  }

  private static String attribute(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
  }

  private static String at(int i, long laterMs) {
    return "\"at\":\"" + Instant.ofEpochMilli(START_MS + 1_000L * i + laterMs) + "\"}";
  }

  /**
   * Every third answer was wrong; known an hour later, told in any order. A last one tells what was
   * known before it.
   */
  private static List<String> labels() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      String verdict = i % 3 == 0 ? "bad" : "good";
      lines.add(
          "{\"response_id\":\"r" + i + "\",\"verdict\":\"" + verdict + "\"," + at(i, LATER_MS));
    }
    lines.add("{\"response_id\":\"r0\",\"verdict\":\"good\"," + at(0, 2 * LATER_MS));
    Collections.shuffle(lines, new Random(1));
    lines.add(2, "what is this?");
    lines.add(0, "");
    return lines;
  }

  /** One each second, and one that does not say of which model it is. */
  private static List<String> predictions() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      lines.add(
          "{\"prediction_id\":\"p"
              + i
              + "\",\"service\":\"shop\",\"model\":\"trees\",\"version\":\"3\",\"scores\":{\"fraud\":0."
              + (100 + i)
              + "},"
              + at(i, 0));
    }
    lines.add("{\"prediction_id\":\"p9\",\"service\":\"shop\"," + at(9, 0));
    return lines;
  }

  private static String outcome(int i, long laterMs) {
    return "{\"decision_id\":\"d"
        + i
        + "\",\"verdict\":\"good\",\"value\":\"2.50\",\"unit\":\"EUR\","
        + at(i, laterMs);
  }

  private StatementFiles said() throws IOException {
    List<String> decisions =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    "{\"decision_id\":\"d"
                        + i
                        + "\",\"agent\":\"refunds\",\"action\":\"approve\","
                        + at(i, 0))
            .toList();
    List<String> outcomes = new ArrayList<>(List.of(outcome(99, 2 * LATER_MS)));
    IntStream.range(0, 80).forEach(i -> outcomes.add(outcome(i, LATER_MS)));
    return new StatementFiles(
        Files.write(folder.resolve("labels"), labels()),
        Files.write(folder.resolve("predictions"), predictions()),
        Files.write(folder.resolve("decisions"), decisions),
        Files.write(folder.resolve("outcomes"), outcomes));
  }

  private Path run(String name, int parallelism, Backend backend, StatementFiles said)
      throws Exception {
    Path capture =
        Files.write(
            folder.resolve("spans.jsonl"),
            IntStream.range(0, ANSWERS).mapToObj(StatementFilesITCase::request).toList());
    Path out = folder.resolve(name);
    EmbeddedReplay.of(
            List.of(capture),
            out,
            parallelism,
            backend,
            JobOptions.of("--quality.segments", "region"))
        .with(said)
        .run();
    return out;
  }

  private static <T> List<T> records(Path out, Topic<T> topic) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : lines(out, topic)) {
      records.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
    }
    return records;
  }

  private static List<String> lines(Path out, Topic<?> topic) throws IOException {
    return Files.readAllLines(out.resolve(topic.name() + ".jsonl"));
  }

  @Test
  void lateLabelsAndOutcomesBecomeRatesAndImpact() throws Exception {
    Path out = run("one", 1, Backend.HASHMAP, said());
    List<QualityRate> complete =
        records(out, QualityTopics.QUALITY_RATES).stream()
            .filter(rate -> rate.metric().equals("correct") && rate.labelled() == ANSWERS)
            .toList();
    assertEquals(1, complete.size());
    assertEquals(2.0 / 3, complete.get(0).rate(), 1e-9);
    List<String> parts =
        records(out, QualityTopics.QUALITY_RATES).stream()
            .filter(rate -> rate.metric().equals("correct") && rate.labelled() == ANSWERS / 2)
            .map(QualityRate::segment)
            .toList();
    assertEquals(List.of("region=eu", "region=us"), parts);

    List<DecisionImpact> impact = records(out, QualityTopics.DECISION_IMPACT);
    assertTrue(impact.stream().anyMatch(row -> row.decisions() == 100 && row.joined() == 80));

    List<DeadLetter> letters = records(out, Topics.DEAD_LETTERS);
    assertEquals(2, letters.size());
    assertEquals(folder.resolve("labels").toString(), letters.get(0).topic());
    assertEquals(4, letters.get(0).offset(), "the number of the line");
    assertEquals(folder.resolve("predictions").toString(), letters.get(1).topic());
    assertEquals("prediction p9: no model", letters.get(1).detail());
    List<QualityShape> scores =
        records(out, QualityTopics.QUALITY_SHAPES).stream()
            .filter(shape -> shape.metric().equals("score.fraud") && shape.segment().isEmpty())
            .toList();
    assertEquals(ANSWERS - ShapeWatch.FIRST, scores.stream().mapToLong(QualityShape::values).sum());
    assertEquals("trees 3", scores.get(0).model());

    Path other = run("other", 2, Backend.ROCKSDB, said());
    for (Topic<?> topic :
        List.of(
            QualityTopics.QUALITY_RATES,
            QualityTopics.QUALITY_SHAPES,
            QualityTopics.DECISION_IMPACT,
            Topics.DEAD_LETTERS)) {
      assertEquals(lines(out, topic), lines(other, topic));
    }
  }

  @Test
  void outcomesMayComeWithoutAFileOfDecisions() throws Exception {
    StatementFiles said = said();
    Path out =
        run("alone", 1, Backend.HASHMAP, new StatementFiles(null, null, null, said.outcomes()));
    assertEquals(List.of(), lines(out, QualityTopics.DECISION_IMPACT));
    assertEquals(List.of(), lines(out, Topics.DEAD_LETTERS));
  }

  @Test
  void whatLiesBesideCapturesIsReadUnlessAnotherIsNamedAndNeverOneOfTwo() {
    Path labels = Path.of("world/answer-labels.jsonl");
    Path outcomes = Path.of("world/decision-outcomes.jsonl");
    Path named = Path.of("mine.jsonl");
    assertEquals(
        new StatementFiles(named, null, null, outcomes),
        new StatementFiles(named, null, null, null).orOf(List.of(labels, outcomes)));
    List<Path> two = List.of(labels, Path.of("other/answer-labels.jsonl"));
    Exception why =
        assertThrows(IllegalArgumentException.class, () -> StatementFiles.NONE.orOf(two));
    assertTrue(why.toString().contains("other/answer-labels.jsonl"), why::toString);
    assertTrue(StatementFiles.isOne(labels));
    assertTrue(!StatementFiles.isOne(named));
  }
}
