// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.simulator.Recording;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world whose model is worse from minute 15 to 30, in hindsight. */
class StatementsTest {
  private static final SimulationOptions OPTIONS =
      Recording.options(SimulationOptions.SERVICES, "45m", 3, "quality-drop@15m+15m");
  private static final Recording WORLD = new Recording();
  private static final Statements SAID = new Statements(OPTIONS.seed());

  @BeforeAll
  static void simulate() throws IOException {
    Simulation.run(OPTIONS, WORLD, SAID);
  }

  private static double minute(long ms) {
    return (ms - OPTIONS.start().toEpochMilli()) / 60_000.0;
  }

  /** When each response came, minutes from the beginning. */
  private static Map<String, Double> answers() {
    Map<String, Double> answers = new HashMap<>();
    for (Recording.From<Span> one : WORLD.spans) {
      String id = Recording.text(one.item().getAttributesList(), "gen_ai.response.id");
      if (!id.isEmpty()) {
        answers.put(id, minute(one.item().getEndTimeUnixNano() / 1_000_000));
      }
    }
    return answers;
  }

  private static double answered(Map<String, Double> answers, AnswerLabel label) {
    return Objects.requireNonNull(answers.get(label.responseId()));
  }

  private static List<AnswerLabel> labels(String metric) {
    return SAID.labels().stream().filter(label -> label.metric().equals(metric)).toList();
  }

  private static double good(double from, double to) {
    Map<String, Double> answers = answers();
    List<AnswerLabel> labels =
        labels("relevance").stream()
            .filter(label -> answered(answers, label) >= from)
            .filter(label -> answered(answers, label) < to)
            .toList();
    return share(labels, label -> label.verdict() == AnswerVerdict.GOOD);
  }

  private static <T> double share(List<T> all, Predicate<T> which) {
    assertTrue(all.size() > 50, all.size() + " are too few");
    return (double) all.stream().filter(which).count() / all.size();
  }

  @Test
  void aWorldIsTheSameWhetherSomebodyLooksBackOrNot() throws IOException {
    Recording alone = new Recording();
    Simulation.run(OPTIONS, alone);
    assertEquals(alone.spans, WORLD.spans);
    assertEquals(alone.records, WORLD.records);
  }

  @Test
  void labelsComeLaterAndShowTheWorseModel() {
    assertEquals(.88, good(0, 15), .04);
    assertEquals(.35, good(15.1, 30), .06);
    assertEquals(.88, good(30.1, 45), .04);
    Map<String, Double> answers = answers();
    Set<String> labelled = new HashSet<>();
    double late = 0;
    List<AnswerLabel> labels = labels("relevance");
    for (AnswerLabel label : labels) {
      labelled.add(label.responseId());
      double later = minute(label.atMs()) - answered(answers, label);
      assertTrue(later >= 2, label::toString);
      late += later / labels.size();
    }
    assertEquals(.3, (double) labelled.size() / answers.size(), .03);
    assertEquals(14, late, 1);
    assertTrue(labels.size() > labelled.size(), "some are said twice");
  }

  @Test
  void decisionsByTheModelAreWorseWhileItIsAndThoseByTheRuleAreNot() {
    assertEquals(.85, right("learned", 0, 15), .08);
    assertEquals(.40, right("learned", 15.1, 30), .1);
    assertEquals(.65, right("baseline", 0, 45), .08);
    assertTrue(
        SAID.outcomes().stream()
            .allMatch(
                one ->
                    (one.verdict() == AnswerVerdict.BAD)
                        == String.valueOf(one.value()).startsWith("-")));
  }

  @Test
  void theClassicalModelIsWrongMoreOftenWhileOtherCasesCome() {
    assertEquals(.9, rightOfPredicted(0, 15), .06);
    assertEquals(.5, rightOfPredicted(15.1, 30), .12);
    assertEquals(.9, rightOfPredicted(30.1, 45), .06);
  }

  private static double rightOfPredicted(double from, double to) {
    Map<String, AnswerVerdict> truth = new HashMap<>();
    labels("outcome").forEach(label -> truth.put(label.responseId(), label.verdict()));
    List<Prediction> known =
        SAID.predictions().stream()
            .filter(one -> minute(one.atMs()) >= from && minute(one.atMs()) < to)
            .filter(one -> truth.containsKey(one.predictionId()))
            .toList();
    return share(known, one -> one.predicted() == truth.get(one.predictionId()));
  }

  private static double right(String policy, double from, double to) {
    Set<String> ids = new HashSet<>();
    for (AgentDecision decision : SAID.decisions()) {
      double at = minute(decision.atMs());
      if (decision.policy().equals(policy) && !decision.holdout() && at >= from && at < to) {
        ids.add(decision.decisionId());
      }
    }
    List<DecisionOutcome> outcomes =
        SAID.outcomes().stream().filter(one -> ids.contains(one.decisionId())).toList();
    return share(outcomes, one -> one.verdict() == AnswerVerdict.GOOD);
  }

  @Test
  void theSameSeedWritesTheSameFilesInTheOrderOfTime(@TempDir Path folder) throws IOException {
    Path once = Files.createDirectory(folder.resolve("once"));
    Path again = Files.createDirectory(folder.resolve("again"));
    SAID.write(once);
    Statements other = new Statements(OPTIONS.seed());
    Simulation.run(OPTIONS, new Recording(), other);
    other.write(again);
    for (String name :
        List.of("answer-labels", "model-predictions", "agent-decisions", "decision-outcomes")) {
      List<String> lines = Files.readAllLines(once.resolve(name + ".jsonl"));
      assertEquals(lines, Files.readAllLines(again.resolve(name + ".jsonl")));
      List<String> times =
          lines.stream().map(line -> line.replaceAll(".*\"at\":\"([^\"]*)\".*", "$1")).toList();
      assertEquals(times.stream().sorted().toList(), times);
    }
  }
}
