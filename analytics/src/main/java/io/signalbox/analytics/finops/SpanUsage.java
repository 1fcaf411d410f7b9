// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import io.signalbox.analytics.signals.GenAiEvent;
import java.util.Map;
import java.util.Set;

/**
 * Tells a usage from a GenAI span. Only calls of models are usages: the span of an agent sums what
 * its calls have counted before.
 */
public final class SpanUsage {
  private static final String OPERATION = "gen_ai.operation.name";
  private static final Set<String> CALLS =
      Set.of("chat", "text_completion", "generate_content", "embeddings");

  /** Names of older conventions, and of spans where usages have others. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "gen_ai.system", "gen_ai.provider.name",
          "gen_ai.usage.prompt_tokens", UsageKey.INPUT.text(),
          "gen_ai.usage.completion_tokens", UsageKey.OUTPUT.text(),
          "gen_ai.openai.response.service_tier", "service_tier",
          "gen_ai.agent.name", "agent",
          "tenant.id", "tenant");

  private SpanUsage() {}

  /** Whether it is a call of a model that counts anything. */
  public static boolean is(GenAiEvent event) {
    return event.kind().equals("span")
        && isCall(event)
        && event.attributes().keySet().stream().anyMatch(key -> key.startsWith("gen_ai.usage."));
  }

  /** Whether the operation is a call of a model; where none is named it is taken for one. */
  public static boolean isCall(GenAiEvent event) {
    String operation = event.attributes().get(OPERATION);
    return operation == null || CALLS.contains(operation);
  }

  /** The key of a usage under which what an attribute says stands. */
  public static String keyOf(String attribute) {
    return RENAMED.getOrDefault(attribute, attribute);
  }

  /** Who or what a span names by a dimension, or nothing. */
  public static String named(GenAiEvent event, Dimension dimension) {
    return switch (dimension) {
      case MODEL -> event.first("gen_ai.response.model", "gen_ai.request.model");
      case PROVIDER -> event.first("gen_ai.provider.name", "gen_ai.system");
      case AGENT -> event.first("agent", "gen_ai.agent.name");
      case TENANT -> event.first("tenant", "tenant.id");
      case TEAM, FEATURE, REGION, DATA_CLASS -> event.first(dimension.label());
    };
  }

  /**
   * Fills a draft with what a span says.
   *
   * @return false, and nothing filled, where it is no call of a model that counts anything
   * @throws Refusal if it counts something that cannot be understood
   */
  public static boolean fill(UsageDraft draft, GenAiEvent event) throws Refusal {
    if (!is(event)) {
      return false;
    }
    Map<String, String> said = event.attributes();
    draft.text(UsageKey.TIMESTAMP.ordinal(), event.at().toString());
    if (event.spanId() != null) { // until the response tells its own
      draft.text(UsageKey.ID.ordinal(), event.traceId() + "/" + event.spanId());
    }
    for (Map.Entry<String, String> one : said.entrySet()) {
      String name = RENAMED.get(one.getKey());
      if (name != null && !said.containsKey(name)) {
        put(draft, name, one.getValue());
      }
    }
    for (Map.Entry<String, String> one : said.entrySet()) {
      if (!RENAMED.containsKey(one.getKey())) {
        put(draft, one.getKey(), one.getValue());
      }
    }
    return true;
  }

  private static void put(UsageDraft draft, String key, String value) throws Refusal {
    int place = UsageDraft.place(key);
    if (place == UsageDraft.NOWHERE) {
      if (!UsageDraft.harmless(key)) {
        throw new Refusal("unknown key " + key);
      }
    } else if (UsageDraft.counts(key)) {
      draft.number(place, value);
    } else {
      draft.text(place, value);
    }
  }
}
