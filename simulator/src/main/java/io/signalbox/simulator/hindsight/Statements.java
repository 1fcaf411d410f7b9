// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.hindsight;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.simulator.world.Dice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and business systems say later of a world. It is decided by dice of its own for each
 * answer and case, so a world is the same whether somebody looks back or not.
 */
public final class Statements implements Hindsight {
  private static final String STREAM = "hindsight";
  private static final String SCORES = "scores";

  private final long seed;
  private final List<AnswerLabel> labels = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private final List<AgentDecision> decisions = new ArrayList<>();
  private final List<DecisionOutcome> outcomes = new ArrayList<>();

  /** Nothing is said yet of the world of that seed. */
  public Statements(long seed) {
    this.seed = seed;
  }

  @Override
  public void answered(String response, @Nullable Boolean passed, double loss, long at) {
    labels.addAll(Labelling.of(Dice.of(seed, response, STREAM), response, passed, loss, at));
  }

  @Override
  public void decided(Case decided) {
    Dice dice = Dice.of(seed, decided.id(), STREAM);
    AgentDecision decision = Deciding.of(dice, decided);
    decisions.add(decision);
    outcomes.addAll(Deciding.outcomes(dice, decided, decision));
    Scoring scoring = Scoring.of(Dice.of(seed, decided.id(), SCORES), decided);
    predictions.add(scoring.prediction());
    labels.addAll(scoring.labels());
  }

  /** Labels of answers and predictions, in the order of their times. */
  public List<AnswerLabel> labels() {
    return sorted(labels, QualityTopics.ANSWER_LABELS);
  }

  /** What the classical model predicted, in the order of time. */
  public List<Prediction> predictions() {
    return sorted(predictions, QualityTopics.MODEL_PREDICTIONS);
  }

  /** What was decided, in the order of time. */
  public List<AgentDecision> decisions() {
    return sorted(decisions, QualityTopics.AGENT_DECISIONS);
  }

  /** What came of it, in the order of time. */
  public List<DecisionOutcome> outcomes() {
    return sorted(outcomes, QualityTopics.DECISION_OUTCOMES);
  }

  /**
   * Writes a file for each topic, a record a line.
   *
   * @param folder where; what it held under the same names is lost
   * @throws IOException when it cannot be written
   */
  public void write(Path folder) throws IOException {
    write(folder, QualityTopics.ANSWER_LABELS, labels());
    write(folder, QualityTopics.MODEL_PREDICTIONS, predictions());
    write(folder, QualityTopics.AGENT_DECISIONS, decisions());
    write(folder, QualityTopics.DECISION_OUTCOMES, outcomes());
  }

  private static <T> void write(Path folder, Topic<T> topic, List<T> records) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (T one : records) {
      lines.write(RecordJson.write(one));
      lines.write('\n');
    }
    Files.write(folder.resolve(topic.name() + ".jsonl"), lines.toByteArray());
  }

  private static <T> List<T> sorted(List<T> said, Topic<T> topic) {
    return said.stream().sorted(Comparator.comparingLong(topic.time()::of)).toList();
  }
}
