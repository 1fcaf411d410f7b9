// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Step.ModelCall;

/** Spans of generative AI: questions to a model, and the turns and tools of an agent. */
final class ModelCalls {
  private static final double PROMPT_TOKENS = 420;
  private static final double ANSWER_TOKENS = 110;
  private static final double FIRST_TOKEN_MS = 220;
  private static final double TOKEN_MS = 3.5;
  private static final double REFUSAL_MS = 35;
  private static final double CACHED_CHANCE = 0.4;
  private static final double RATED_CHANCE = 0.5;
  private static final String PROVIDER = "openai";

  private final Faults faults;
  private final SpanWriter spans;
  private final Scribe scribe;

  ModelCalls(Faults faults, SpanWriter spans, Scribe scribe) {
    this.faults = faults;
    this.spans = spans;
    this.scribe = scribe;
  }

  Outcome ask(ModelCall call, Pod pod, Trip trip, long parent, long at) {
    Dice dice = trip.dice();
    String provider = call.provider().name();
    String model = faults.model(pod.service(), call.model(), at);
    long id = trip.newId();
    if (faults.silences(provider, at)) {
      return refused(call, model, pod, trip, id, parent, at, Failure.UNREACHABLE);
    }
    if (dice.chance(faults.refusedShare(provider, at))) {
      return refused(call, model, pod, trip, id, parent, at, Failure.LIMITED);
    }
    Answer answer = answer(dice, trip, model);
    double ms = dice.around(FIRST_TOKEN_MS, 0.3) + TOKEN_MS * answer.output;
    Outcome outcome = new Outcome(at + (long) (ms * Origin.MILLI), Failure.NONE);
    begin(call, model, trip, id, parent, at, outcome.endNs());
    spans
        .with("gen_ai.response.model", model)
        .with("gen_ai.response.id", answer.id)
        .with("gen_ai.usage.input_tokens", answer.input)
        .with("gen_ai.usage.cache_read.input_tokens", answer.cached)
        .with("gen_ai.usage.output_tokens", answer.output)
        .with("http.response.status_code", Failure.NONE.httpStatus());
    spans.end(pod, trip, outcome.endNs(), false, "");
    pod.tally().used(answer.input, answer.output);
    trip.remember(answer.output + answer.input / 8);
    if (dice.chance(RATED_CHANCE)) {
      double loss = faults.qualityLoss(pod.service(), at);
      scribe.evaluation(pod, trip, id, answer.id, model, loss, outcome.endNs());
    }
    return outcome;
  }

  void tool(Pod pod, Trip trip, long id, long parent, long start, long end) {
    spans
        .begin(trip, id, parent, "execute_tool get_cart", SpanWriter.INTERNAL, start, end)
        .with("gen_ai.operation.name", "execute_tool")
        .with("gen_ai.tool.name", "get_cart")
        .with("gen_ai.tool.type", "function");
    spans.end(pod, trip, end, false, "");
  }

  void agent(Pod pod, Trip trip, long id, long parent, long start, Outcome outcome) {
    String name = pod.service().name();
    spans
        .begin(
            trip, id, parent, "invoke_agent " + name, SpanWriter.INTERNAL, start, outcome.endNs())
        .with("gen_ai.operation.name", "invoke_agent")
        .with("gen_ai.provider.name", PROVIDER)
        .with("gen_ai.agent.name", name);
    tenancy(trip);
    String error = outcome.failure().errorType();
    if (error != null) {
      spans.with("error.type", error);
    }
    spans.end(pod, trip, outcome.endNs(), outcome.failure().failed(), "");
  }

  private Outcome refused(
      ModelCall call,
      String model,
      Pod pod,
      Trip trip,
      long id,
      long parent,
      long at,
      Failure failure) {
    long end = at + (long) (trip.dice().around(REFUSAL_MS, 0.4) * Origin.MILLI);
    begin(call, model, trip, id, parent, at, end);
    String error = failure.errorType();
    spans.with("error.type", error == null ? "_OTHER" : error);
    if (failure.httpStatus() > 0) {
      spans.with("http.response.status_code", failure.httpStatus());
    }
    spans.end(pod, trip, end, true, failure == Failure.LIMITED ? "rate limit reached" : "");
    return new Outcome(end, failure);
  }

  private void begin(
      ModelCall call, String model, Trip trip, long id, long parent, long start, long end) {
    spans
        .begin(trip, id, parent, "chat " + model, SpanWriter.CLIENT, start, end)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.provider.name", PROVIDER)
        .with("gen_ai.request.model", model)
        .with("server.address", call.provider().name())
        .with("server.port", call.provider().port())
        .with("peer.service", call.provider().name());
    tenancy(trip);
  }

  private void tenancy(Trip trip) {
    spans.with("tenant", trip.tenant()).with("team", trip.team()).with("feature", trip.feature());
  }

  private static Answer answer(Dice dice, Trip trip, String model) {
    long input = (long) dice.around(PROMPT_TOKENS, 0.5) + trip.history();
    long cached = dice.chance(CACHED_CHANCE) ? input / 2 / 128 * 128 : 0;
    long output = 1 + (long) dice.around(ANSWER_TOKENS, 0.45);
    String id = "chatcmpl-" + Long.toHexString(dice.any()) + Integer.toHexString(model.length());
    return new Answer(id, input, cached, output);
  }

  private record Answer(String id, long input, long cached, long output) {}
}
