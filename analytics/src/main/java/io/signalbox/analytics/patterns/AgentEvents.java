// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import io.signalbox.analytics.signals.GenAiEvent;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes pattern events of what agents do, by the OpenTelemetry conventions for generative AI. */
public final class AgentEvents {
  private static final String OPERATION = "gen_ai.operation.name";

  private AgentEvents() {}

  /**
   * The event of a span, null when no agent acted: {@code agent.called} for the call of a tool,
   * {@code agent.denied} for one that was refused, {@code agent.completed} for the end of a run.
   *
   * @param foundMs event time at which it was found, epoch milliseconds
   */
  public static @Nullable PatternEvent of(long foundMs, GenAiEvent call) {
    Map<String, String> said = call.attributes();
    String type = type(call, said);
    if (type.isEmpty() || !call.kind().equals("span")) {
      return null;
    }
    long tokens =
        (long)
            (PatternEvents.number(said.get("gen_ai.usage.input_tokens"))
                + PatternEvents.number(said.get("gen_ai.usage.output_tokens")));
    return new EventBuilder(foundMs, call.environment(), call.service())
        .text(EventField.AGENT, first(said, "gen_ai.agent.name", "gen_ai.agent.id", "agent"))
        .text(EventField.RUN, run(call, said))
        .text(EventField.TOOL, said.get("gen_ai.tool.name"))
        .text(EventField.ARGUMENTS, said.get("gen_ai.tool.call.arguments.hash"))
        .text(EventField.MODEL, first(said, "gen_ai.response.model", "gen_ai.request.model"))
        .text(EventField.PROVIDER, first(said, "gen_ai.provider.name", "gen_ai.system"))
        .text(EventField.TENANT, first(said, "tenant", "tenant.id"))
        .text(EventField.REASON, said.get("error.type"))
        .text(EventField.ID, call.spanId())
        .count(EventField.COUNT, tokens)
        .count(EventField.AGE_MS, foundMs - call.at().toEpochMilli())
        .build(type);
  }

  private static String type(GenAiEvent call, Map<String, String> said) {
    return switch (said.getOrDefault(OPERATION, "")) {
      case "execute_tool" -> call.error() && isDenied(said) ? "agent.denied" : "agent.called";
      case "invoke_agent" -> "agent.completed";
      default -> "";
    };
  }

  private static boolean isDenied(Map<String, String> said) {
    String error = said.getOrDefault("error.type", "").toLowerCase(Locale.ROOT);
    return error.contains("denied") || error.contains("forbidden") || error.contains("blocked");
  }

  /** A conversation is the run where one is stated, else the trace. */
  private static @Nullable String run(GenAiEvent call, Map<String, String> said) {
    String conversation = said.get("gen_ai.conversation.id");
    return conversation == null ? call.traceId() : conversation;
  }

  private static @Nullable String first(Map<String, String> said, String... names) {
    for (String name : names) {
      String value = said.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }
}
