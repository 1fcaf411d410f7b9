// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Operation;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Saying;
import java.util.List;

/** Writes log records: what pods say, and how models' answers are rated. */
public final class Scribe {
  private static final int RECORD = 2;
  private static final int ATTRIBUTES = 6;
  private static final double SAID_CHANCE = 0.25;
  private static final double PRESSED_CHANCE = 0.75;
  private static final double SCORE = 0.84;
  private static final double SCORE_SPREAD = 0.08;
  private static final double PASS = 0.7;
  private static final double RATING_SECONDS = 2;

  private final Collector collector;
  private final Faults faults;
  private final ProtoWriter out = new ProtoWriter(1 << 11);
  private int mark;

  /** Makes a scribe that exports to the Collector. */
  public Scribe(Faults faults, Collector collector) {
    this.collector = collector;
    this.faults = faults;
  }

  /** Lets a pod say, now and then, one of its sayings, as it does without any request. */
  public void murmur(Pod pod, Dice dice, long at) {
    List<String> sayings = pod.service().sayings();
    begin(at, Severity.DEBUG);
    OtlpWriter.anyText(
        out, 5, "idle: " + Saying.fill(sayings.get(dice.below(sayings.size())), dice));
    end(pod, dice, at);
  }

  /** Lets a pod write its last record before its container is killed. */
  public void lastWords(Pod pod, String words, long at) {
    begin(at, Severity.FATAL);
    OtlpWriter.anyText(out, 5, words);
    end(pod, Dice.of(at, pod.name(), "last-words"), at);
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

  void evaluation(
      Pod pod, Trip trip, long span, String response, String model, double loss, long answeredAt) {
    Dice dice = trip.dice();
    long at = answeredAt + (long) (dice.around(RATING_SECONDS, 0.3) * Origin.SECOND);
    double score = SCORE - loss + SCORE_SPREAD * dice.normal();
    double value = Math.rint(Math.max(0, Math.min(1, score)) * 1000) / 1000;
    begin(at, Severity.INFO);
    with("gen_ai.evaluation.name", "relevance");
    OtlpWriter.attribute(out, ATTRIBUTES, "gen_ai.evaluation.score.value", value);
    with("gen_ai.evaluation.score.label", value >= PASS ? "pass" : "fail");
    with("gen_ai.response.id", response);
    with("gen_ai.response.model", model);
    with("tenant", trip.tenant());
    with("feature", trip.feature());
    out.text(12, "gen_ai.evaluation.result");
    context(trip, span);
    end(pod, dice, at);
  }

  private void line(Pod pod, Trip trip, long span, long at, Severity severity, String template) {
    begin(at, severity);
    OtlpWriter.anyText(out, 5, Saying.fill(template, trip.dice()));
    context(trip, span);
    end(pod, trip.dice(), at);
  }

  private void begin(long at, Severity severity) {
    mark = out.clear().begin(RECORD);
    out.fixed64(1, at).varint(2, severity.number()).text(3, severity.name()).fixed64(11, at);
  }

  private void with(String key, String value) {
    OtlpWriter.attribute(out, ATTRIBUTES, key, value);
  }

  private void context(Trip trip, long span) {
    out.fixed32(8, 1).bytes16(9, trip.traceHigh(), trip.traceLow()).bytes8(10, span);
  }

  private void end(Pod pod, Dice dice, long at) {
    out.end(mark);
    long delay = (dice.any() >>> 1) % Collector.LONGEST_DELAY;
    if (!faults.silences(pod.service().name(), at)) {
      collector.take(at + delay, pod.resource(), out.toBytes(), 1);
    }
  }
}
