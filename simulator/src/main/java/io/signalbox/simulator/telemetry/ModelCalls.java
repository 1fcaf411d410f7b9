// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.hindsight.Hindsight;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Step.ModelCall;

/** Questions to a model: what is asked, refused, answered and remembered, and how it is rated. */
final class ModelCalls {
  private static final double PROMPT_TOKENS = 420;
  private static final double ANSWER_TOKENS = 110;
  private static final double FIRST_TOKEN_MS = 220;
  private static final double TOKEN_MS = 3.5;
  private static final double REFUSAL_MS = 35;
  private static final double CACHED_CHANCE = 0.4;
  private static final double RATED_CHANCE = 0.5;
  private static final double USUAL_REFUSALS = 0.002;
  private static final double SPLIT = 0.15;

  private final Faults faults;
  private final ModelSpans spans;
  private final Scribe scribe;
  private final Hindsight hindsight;

  ModelCalls(Faults faults, ModelSpans spans, Scribe scribe, Hindsight hindsight) {
    this.faults = faults;
    this.spans = spans;
    this.scribe = scribe;
    this.hindsight = hindsight;
  }

  Outcome ask(ModelCall call, Pod pod, Trip trip, long parent, long at) {
    String model = faults.model(pod.service(), call.model(), at);
    if (!faults.vitals()) {
      return ask(call.provider(), model, pod, trip, parent, at);
    }
    double injected = faults.injectedShare(pod.service(), trip.tenant(), at);
    scribe.injectionScore(pod, trip, parent, trip.dice().chance(injected), at);
    long found = retrieve(pod, trip, parent, at);
    if (trip.dice().chance(faults.deniedShare(pod.service(), trip.tenant(), at))) {
      spans.denied(pod, trip, parent, trip.dice().below(2), found);
    }
    if (trip.dice().chance(SPLIT)) {
      return ask(call.fallback(), call.fallbackModel(), pod, trip, parent, found);
    }
    Outcome first = ask(call.provider(), model, pod, trip, parent, found);
    return first.failure().failed()
        ? ask(call.fallback(), call.fallbackModel(), pod, trip, parent, first.endNs())
        : first;
  }

  private Outcome ask(Peer provider, String model, Pod pod, Trip trip, long parent, long at) {
    Dice dice = trip.dice();
    long id = trip.newId();
    if (faults.silences(provider.name(), at)) {
      return refused(provider, model, pod, trip, id, parent, at, Failure.UNREACHABLE);
    }
    double usual = faults.vitals() ? USUAL_REFUSALS : 0;
    if (dice.chance(usual + faults.refusedShare(provider.name(), at))) {
      return refused(provider, model, pod, trip, id, parent, at, Failure.LIMITED);
    }
    Answer answer = answer(trip, model, faults.length(pod.service(), at));
    double ms = dice.around(FIRST_TOKEN_MS, 0.3) + TOKEN_MS * answer.output();
    Outcome outcome = new Outcome(at + (long) (ms * Origin.MILLI), Failure.NONE);
    spans.answered(provider, model, pod, trip, id, parent, at, outcome.endNs(), answer);
    pod.tally().used(answer.input(), answer.output());
    pod.tally().asked(provider.system(), answer.input() + answer.output());
    trip.remember(answer.output() + answer.input() / 8);
    double loss = faults.qualityLoss(pod.service(), at);
    Boolean passed = null;
    if (dice.chance(RATED_CHANCE)) {
      passed =
          scribe.evaluation(pod, trip, id, "relevance", answer.id(), model, loss, outcome.endNs());
      if (faults.vitals()) {
        scribe.evaluation(pod, trip, id, "groundedness", answer.id(), model, loss, outcome.endNs());
      }
    }
    hindsight.answered(answer.id(), passed, loss, outcome.endNs());
    return outcome;
  }

  private long retrieve(Pod pod, Trip trip, long parent, long at) {
    double found = faults.found(pod.service(), at);
    boolean well = trip.dice().chance(found);
    long end = at + (long) (trip.dice().around(14, 0.3) * Origin.MILLI);
    long documents = well ? 3 + trip.dice().below(4) : trip.dice().below(2);
    double score = Math.min(0.99, (well ? 0.8 : 0.3) + 0.05 * trip.dice().normal());
    spans.retrieval(pod, trip, parent, at, end, documents, score);
    return end;
  }

  private Outcome refused(
      Peer provider,
      String model,
      Pod pod,
      Trip trip,
      long id,
      long parent,
      long at,
      Failure failure) {
    long end = at + (long) (trip.dice().around(REFUSAL_MS, 0.4) * Origin.MILLI);
    pod.tally().asked(provider.system(), 0);
    spans.refused(provider, model, pod, trip, id, parent, at, end, failure);
    return new Outcome(end, failure);
  }

  private static Answer answer(Trip trip, String model, double length) {
    Dice dice = trip.dice();
    long input = (long) dice.around(PROMPT_TOKENS, 0.5) + trip.history();
    long cached = dice.chance(CACHED_CHANCE) ? input / 2 / 128 * 128 : 0;
    long output = 1 + (long) (length * dice.around(ANSWER_TOKENS, 0.45));
    String id = "chatcmpl-" + Long.toHexString(dice.any()) + Integer.toHexString(model.length());
    return new Answer(id, input, cached, output);
  }

  /**
   * What came back.
   *
   * @param id of the response
   * @param input tokens read
   * @param cached tokens of these that were known
   * @param output tokens written
   */
  record Answer(String id, long input, long cached, long output) {}
}
