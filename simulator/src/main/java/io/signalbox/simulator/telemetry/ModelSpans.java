// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.telemetry.ModelCalls.Answer;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Pod;

/** Spans of generative AI: questions to a model, what is looked up for them, agents and tools. */
final class ModelSpans {
  private static final String PROVIDER = "openai";
  private static final String INDEX = "product-docs";
  private static final String TOOL = "get_cart";

  private final Faults faults;
  private final SpanWriter spans;

  ModelSpans(Faults faults, SpanWriter spans) {
    this.faults = faults;
    this.spans = spans;
  }

  void answered(
      Peer provider,
      String model,
      Pod pod,
      Trip trip,
      long id,
      long parent,
      long start,
      long end,
      Answer answer) {
    begin(provider, model, pod, trip, id, parent, start, end);
    spans
        .with("gen_ai.response.model", model)
        .with("gen_ai.response.id", answer.id())
        .with("gen_ai.usage.input_tokens", answer.input())
        .with("gen_ai.usage.cache_read.input_tokens", answer.cached())
        .with("gen_ai.usage.output_tokens", answer.output())
        .with("http.response.status_code", Failure.NONE.httpStatus());
    spans.end(pod, trip, end, false, "");
  }

  void refused(
      Peer provider,
      String model,
      Pod pod,
      Trip trip,
      long id,
      long parent,
      long start,
      long end,
      Failure failure) {
    begin(provider, model, pod, trip, id, parent, start, end);
    String error = failure.errorType();
    spans.with("error.type", error == null ? "_OTHER" : error);
    if (failure.httpStatus() > 0) {
      spans.with("http.response.status_code", failure.httpStatus());
    }
    spans.end(pod, trip, end, true, failure == Failure.LIMITED ? "rate limit reached" : "");
  }

  void retrieval(
      Pod pod, Trip trip, long parent, long start, long end, long documents, double score) {
    spans
        .begin(
            pod, trip, trip.newId(), parent, "retrieval " + INDEX, SpanWriter.INTERNAL, start, end)
        .with("gen_ai.operation.name", "retrieval")
        .with("gen_ai.data_source.id", INDEX)
        .with("gen_ai.retrieval.documents.count", documents)
        .with("gen_ai.retrieval.documents.top_score", documents == 0 ? 0 : score);
    spans.end(pod, trip, end, false, "");
  }

  /**
   * A tool was used.
   *
   * @param page which part of the cart was asked for
   */
  void tool(Pod pod, Trip trip, long id, long parent, int page, long start, long end) {
    spans
        .begin(pod, trip, id, parent, "execute_tool " + TOOL, SpanWriter.INTERNAL, start, end)
        .with("gen_ai.operation.name", "execute_tool")
        .with("gen_ai.tool.name", TOOL)
        .with("gen_ai.tool.type", "function");
    if (faults.vitals()) {
      spans
          .with("gen_ai.tool.call.arguments", "{\"page\":" + page + "}")
          .with("gen_ai.agent.name", pod.service().name())
          .with("gen_ai.conversation.id", trip.run());
      tenancy(trip);
    }
    spans.end(pod, trip, end, false, "");
  }

  /** A tool that may not be used was asked for. */
  void denied(Pod pod, Trip trip, long parent, int which, long at) {
    String tool = which == 0 ? "export_customers" : "run_shell";
    long end = at + Origin.MILLI;
    spans
        .begin(
            pod, trip, trip.newId(), parent, "execute_tool " + tool, SpanWriter.INTERNAL, at, end)
        .with("gen_ai.operation.name", "execute_tool")
        .with("gen_ai.tool.name", tool)
        .with("gen_ai.tool.type", "function")
        .with("gen_ai.conversation.id", trip.run())
        .with("error.type", "permission_denied");
    tenancy(trip);
    spans.end(pod, trip, end, true, "denied by policy");
  }

  void agent(Pod pod, Trip trip, long id, long parent, long start, Outcome outcome) {
    String name = pod.service().name();
    long end = outcome.endNs();
    spans
        .begin(pod, trip, id, parent, "invoke_agent " + name, SpanWriter.INTERNAL, start, end)
        .with("gen_ai.operation.name", "invoke_agent")
        .with("gen_ai.provider.name", PROVIDER)
        .with("gen_ai.agent.name", name);
    if (faults.vitals()) {
      spans.with("gen_ai.conversation.id", trip.run());
    }
    tenancy(trip);
    String error = outcome.failure().errorType();
    if (error != null) {
      spans.with("error.type", error);
    }
    spans.end(pod, trip, end, outcome.failure().failed(), "");
  }

  private void begin(
      Peer provider, String model, Pod pod, Trip trip, long id, long parent, long start, long end) {
    spans
        .begin(pod, trip, id, parent, "chat " + model, SpanWriter.CLIENT, start, end)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.provider.name", provider.system())
        .with("gen_ai.request.model", model)
        .with("server.address", provider.name())
        .with("server.port", provider.port())
        .with("peer.service", provider.name());
    tenancy(trip);
  }

  private void tenancy(Trip trip) {
    spans.with("tenant", trip.tenant()).with("team", trip.team()).with("feature", trip.feature());
  }
}
