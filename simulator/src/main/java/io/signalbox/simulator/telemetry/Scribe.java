// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.faults.Line;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Operation;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Saying;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.Subject;
import java.util.List;

/** Writes log records: what pods say, and how models' answers are rated. */
public final class Scribe {
  private static final double SAID_CHANCE = 0.25;
  private static final double PRESSED_CHANCE = 0.75;
  private static final double SCORE = 0.84;
  private static final double SCORE_SPREAD = 0.08;
  private static final double PASS = 0.7;
  private static final double RATING_SECONDS = 2;

  private final LogWriter records;

  /** Makes a scribe that exports to the Collector. */
  public Scribe(Faults faults, Collector collector) {
    records = new LogWriter(collector, faults);
  }

  /** Lets a pod say something about itself, without any request. */
  public void murmur(Pod pod, Dice dice, long at) {
    String text = Saying.fill("housekeeping done, {n} entries dropped in {ms} ms", dice);
    records.begin(pod, at, Severity.DEBUG).body(text).end(dice);
  }

  /** Lets a pod write its last record before its container is killed. */
  public void lastWords(Pod pod, String words, long at) {
    Dice dice = Dice.of(at, pod.name(), "last-words");
    records.begin(pod, at, Severity.FATAL).body(words).end(dice);
  }

  /** Lets someone write what a fault wants written. */
  public void write(Subject subject, Line line, long at) {
    Dice dice = Dice.of(at, subject.node(), line.body());
    records.begin(subject, at, line.severity()).body(Saying.fill(line.body(), dice));
    List<Object> pairs = line.attributes();
    for (int i = 0; i < pairs.size(); i += 2) {
      if (pairs.get(i + 1) instanceof Double number) {
        records.with((String) pairs.get(i), number);
      } else {
        records.with((String) pairs.get(i), (String) pairs.get(i + 1));
      }
    }
    records.end(dice, line.event());
  }

  void afterRequest(Operation operation, Pod pod, Trip trip, long span, Outcome outcome) {
    Dice dice = trip.dice();
    long at = outcome.endNs();
    if (outcome.failure().failed()) {
      String why =
          outcome.failure() == Failure.DEPENDENCY
              ? " failed: dependency did not answer, request {id}"
              : " failed: unexpected state {id} after {ms} ms";
      line(pod, trip, span, at, Severity.ERROR, operation.name().replace("{id}", "*") + why);
    } else if (dice.chance(SAID_CHANCE)) {
      List<String> sayings = pod.service().sayings();
      line(pod, trip, span, at, Severity.INFO, sayings.get(dice.below(sayings.size())));
    }
    if (pod.isShortOfMemory(at) && dice.chance(PRESSED_CHANCE)) {
      line(pod, trip, span, at, Severity.WARN, "heap nearly full, collector paused {ms} ms");
    }
  }

  /** How a judge rates an answer; whether it passes. */
  boolean evaluation(
      Pod pod,
      Trip trip,
      long span,
      String name,
      String response,
      String model,
      double loss,
      long answeredAt) {
    Dice dice = trip.dice();
    long at = answeredAt + (long) (dice.around(RATING_SECONDS, 0.3) * Origin.SECOND);
    double score = SCORE - loss + SCORE_SPREAD * dice.normal();
    double value = Math.rint(Math.max(0, Math.min(1, score)) * 1000) / 1000;
    boolean passes = value >= PASS;
    records
        .begin(pod, at, Severity.INFO)
        .with("gen_ai.evaluation.name", name)
        .with("gen_ai.evaluation.score.value", value)
        .with("gen_ai.evaluation.score.label", passes ? "pass" : "fail")
        .with("gen_ai.response.id", response)
        .with("gen_ai.response.model", model)
        .with("tenant", trip.tenant())
        .with("team", trip.team())
        .with("feature", trip.feature())
        .within(trip, span)
        .end(dice, "gen_ai.evaluation.result");
    return passes;
  }

  /** How likely a question hides orders to the model, as a guardrail rates it. */
  void injectionScore(Pod pod, Trip trip, long span, boolean injected, long at) {
    Dice dice = trip.dice();
    double score = Math.abs((injected ? 0.9 : 0.02) + 0.03 * dice.normal());
    records
        .begin(pod, at, Severity.INFO)
        .with("gen_ai.evaluation.name", "prompt_injection")
        .with("gen_ai.evaluation.score.value", Math.rint(Math.min(1, score) * 1000) / 1000)
        .with("tenant", trip.tenant())
        .within(trip, span)
        .end(dice, "gen_ai.evaluation.result");
  }

  private void line(Pod pod, Trip trip, long span, long at, Severity severity, String template) {
    String text = Saying.fill(template, trip.dice());
    records.begin(pod, at, severity).body(text).within(trip, span).end(trip.dice());
  }
}
