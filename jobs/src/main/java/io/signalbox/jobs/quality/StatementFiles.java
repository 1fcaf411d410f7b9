// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Files of predictions, and of what is said of answers and decisions, beside captures, a record of
 * its topic each line. A line is said at its {@code at}; one without is said with the line before
 * it.
 *
 * @param labels of answers, null for none
 * @param predictions of classical models, null for none
 * @param decisions of agents, null for none
 * @param outcomes of decisions, null for none
 */
public record StatementFiles(
    @Nullable Path labels,
    @Nullable Path predictions,
    @Nullable Path decisions,
    @Nullable Path outcomes) {
  /** Nothing is said. */
  public static final StatementFiles NONE = new StatementFiles(null, null, null, null);

  private static final TypeInformation<Incoming> TYPE = TypeInformation.of(Incoming.class);

  /** A record without a value says nothing; Flink has no source without a record. */
  private static final Incoming NOTHING = new Incoming("", 0, 0, 0, false, new byte[0]);

  /** All that is read here of a line. */
  private record Said(@Nullable Instant at) {}

  /** Whether a file is named as one of these that lies beside captures. */
  public static boolean isOne(Path file) {
    return Stream.of(
            QualityTopics.ANSWER_LABELS,
            QualityTopics.MODEL_PREDICTIONS,
            QualityTopics.AGENT_DECISIONS,
            QualityTopics.DECISION_OUTCOMES)
        .anyMatch(topic -> file.endsWith(nameOf(topic)));
  }

  private static String nameOf(Topic<?> topic) {
    return topic.name() + ".jsonl";
  }

  /**
   * The same, and where no file is named the one of its kind that lies beside the captures.
   *
   * @param beside files named as their topics
   * @throws IllegalArgumentException when there are two of a kind
   */
  public StatementFiles orOf(List<Path> beside) {
    return new StatementFiles(
        orOf(labels, QualityTopics.ANSWER_LABELS, beside),
        orOf(predictions, QualityTopics.MODEL_PREDICTIONS, beside),
        orOf(decisions, QualityTopics.AGENT_DECISIONS, beside),
        orOf(outcomes, QualityTopics.DECISION_OUTCOMES, beside));
  }

  private static @Nullable Path orOf(@Nullable Path named, Topic<?> topic, List<Path> beside) {
    List<Path> found = beside.stream().filter(file -> file.endsWith(nameOf(topic))).toList();
    if (named != null || found.isEmpty()) {
      return named;
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException("more than one of a kind, name the one to read: " + found);
    }
    return found.get(0);
  }

  /** The files that there are. */
  public List<Path> files() {
    return Stream.of(labels, predictions, decisions, outcomes).filter(Objects::nonNull).toList();
  }

  /**
   * Labels and predictions.
   *
   * @return null without a file of either
   * @throws IOException when one cannot be read
   */
  public @Nullable AnswerInputs answers(StreamExecutionEnvironment environment) throws IOException {
    return labels == null && predictions == null
        ? null
        : new AnswerInputs(
            read(environment, labels, QualityTopics.ANSWER_LABELS),
            read(environment, predictions, QualityTopics.MODEL_PREDICTIONS));
  }

  /**
   * Decisions and outcomes.
   *
   * @return null without a file of either
   * @throws IOException when one cannot be read
   */
  public @Nullable DecisionInputs decisions(StreamExecutionEnvironment environment)
      throws IOException {
    return decisions == null && outcomes == null
        ? null
        : new DecisionInputs(
            read(environment, decisions, QualityTopics.AGENT_DECISIONS),
            read(environment, outcomes, QualityTopics.DECISION_OUTCOMES));
  }

  private static DataStream<Incoming> read(
      StreamExecutionEnvironment environment, @Nullable Path file, Topic<?> topic)
      throws IOException {
    return environment
        .fromData(file == null ? List.of(NOTHING) : lines(file), TYPE)
        .setParallelism(1)
        .uid("take-up-" + topic.name())
        .assignTimestampsAndWatermarks(
            // Time goes on when all is read; in between it would by the clock of the machine.
            WatermarkStrategy.<Incoming>noWatermarks()
                .withTimestampAssigner((item, stamped) -> item.eventMs()))
        .setParallelism(1)
        .uid("stamp-" + topic.name());
  }

  /** Lines in the order of their times; what is no JSON is refused where it is read in full. */
  static List<Incoming> lines(Path file) throws IOException {
    List<Incoming> lines = new ArrayList<>(List.of(NOTHING));
    long atMs = 0;
    long number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        byte[] json = line.getBytes(StandardCharsets.UTF_8);
        atMs = atMs(json, atMs);
        lines.add(new Incoming(file.toString(), 0, number, atMs, false, json));
      }
    }
    lines.sort(Comparator.comparingLong(Incoming::eventMs));
    return lines;
  }

  private static long atMs(byte[] json, long before) {
    try {
      Instant at = RecordJson.read(json, Said.class).at();
      return at == null ? before : at.toEpochMilli();
    } catch (IOException | ArithmeticException unreadable) {
      return before;
    }
  }
}
