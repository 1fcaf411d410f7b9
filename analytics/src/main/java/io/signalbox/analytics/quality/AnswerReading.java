// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.signals.GenAiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers and what is said of them out of telemetry, by the OpenTelemetry conventions for
 * generative AI: an evaluation names the response, or is a child of the span of the answer.
 */
public final class AnswerReading {
  private static final Set<String> ANSWERING =
      Set.of("chat", "text_completion", "generate_content", "");

  private static final Set<String> GOOD =
      Set.of(
          "pass",
          "passed",
          "good",
          "correct",
          "relevant",
          "grounded",
          "faithful",
          "safe",
          "valid",
          "acceptable",
          "success",
          "ok",
          "consistent",
          "helpful");

  private static final Set<String> BAD =
      Set.of(
          "fail",
          "failed",
          "bad",
          "incorrect",
          "irrelevant",
          "not_relevant",
          "ungrounded",
          "not_grounded",
          "hallucinated",
          "unfaithful",
          "unsafe",
          "invalid",
          "unacceptable",
          "failure",
          "inconsistent",
          "unhelpful",
          "toxic",
          "refused");

  private static final Set<String> YES = Set.of("yes", "true", "detected", "present");
  private static final Set<String> NO = Set.of("no", "false", "not_detected", "absent");

  private AnswerReading() {}

  /**
   * What a GenAI event says of answers; nothing when it is about something else.
   *
   * @param foundMs event time at which it was found, epoch milliseconds
   */
  public static List<AnswerItem> of(long foundMs, GenAiEvent event) {
    return of(foundMs, event, AnswerDetails.NONE);
  }

  /**
   * The same, and more of answers.
   *
   * @param wanted what else is read
   */
  public static List<AnswerItem> of(long foundMs, GenAiEvent event, AnswerDetails wanted) {
    return event.kind().equals("evaluation")
        ? marks(foundMs, event)
        : answers(foundMs, event, wanted);
  }

  /** The item of a label. */
  public static AnswerItem of(long foundMs, AnswerLabel label) {
    Mark mark =
        new Mark(
            label.at() == null ? foundMs : label.at().toEpochMilli(),
            label.metric(),
            label.verdict() == AnswerVerdict.GOOD ? 1 : 0,
            true,
            true,
            label.by());
    return new AnswerItem(response(label.responseId()), foundMs, null, false, mark);
  }

  /** The version of the model that answered in a span, empty when none did. */
  public static String model(GenAiEvent event) {
    String operation = event.attributes().getOrDefault("gen_ai.operation.name", "");
    return !event.kind().equals("span") || event.error() || !ANSWERING.contains(operation)
        ? ""
        : event.first("gen_ai.response.model", "gen_ai.request.model");
  }

  private static List<AnswerItem> answers(long foundMs, GenAiEvent span, AnswerDetails wanted) {
    Map<String, String> said = span.attributes();
    String model = model(span);
    if (model.isEmpty()) {
      return List.of();
    }
    String response = span.first("gen_ai.response.id");
    String spanId = String.valueOf(span.spanId());
    Answer answer =
        new Answer(
            span.at().toEpochMilli(),
            span.environment(),
            span.service(),
            model,
            span.first("tenant", "tenant.id"),
            span.first("feature", "agent", "gen_ai.agent.name"),
            response.isEmpty() ? spanId : response,
            number(said.get("gen_ai.usage.output_tokens")),
            said.get("gen_ai.input.messages.hash"),
            said.get("gen_ai.output.messages.hash"),
            wanted.segmentsOf(name -> span.first("segment." + name, name)),
            wanted.numbersOf(span));
    List<AnswerItem> items = new ArrayList<>();
    if (!response.isEmpty()) {
      items.add(new AnswerItem(response(response), foundMs, answer, true, null));
    }
    if (span.spanId() != null) {
      String key = span(span.environment(), span.traceId(), span.spanId());
      Answer found = response.isEmpty() ? answer : answer.withoutNumbers();
      items.add(new AnswerItem(key, foundMs, found, response.isEmpty(), null));
    }
    return items;
  }

  private static List<AnswerItem> marks(long foundMs, GenAiEvent event) {
    Map<String, String> said = event.attributes();
    String metric = event.first("gen_ai.evaluation.name");
    String response = event.first("gen_ai.response.id");
    if (metric.isEmpty() || (response.isEmpty() && event.spanId() == null)) {
      return List.of();
    }
    String key =
        response.isEmpty()
            ? span(event.environment(), event.traceId(), String.valueOf(event.spanId()))
            : response(response);
    long atMs = event.at().toEpochMilli();
    List<AnswerItem> items = new ArrayList<>();
    Boolean good = good(metric, event.first("gen_ai.evaluation.score.label"));
    if (good != null) {
      Mark mark = new Mark(atMs, metric, good ? 1 : 0, true, false, "");
      items.add(new AnswerItem(key, foundMs, null, false, mark));
    }
    double score = number(said.get("gen_ai.evaluation.score.value"));
    if (!Double.isNaN(score)) {
      Mark mark = new Mark(atMs, metric + ".score", score, false, false, "");
      items.add(new AnswerItem(key, foundMs, null, false, mark));
    }
    return items;
  }

  /** Whether a label is a good one of its metric, null when that is not known. */
  private static @Nullable Boolean good(String metric, String label) {
    String said = label.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    boolean ofBad = Polarity.of(metric) == Polarity.LESS_IS_BETTER;
    if (GOOD.contains(said) || (ofBad ? NO : YES).contains(said)) {
      return true;
    }
    boolean isBad = BAD.contains(said) || (ofBad ? YES : NO).contains(said);
    return isBad ? Boolean.FALSE : null;
  }

  /** Responses have names of their own all over the world. */
  static String response(String id) {
    return "response/" + id;
  }

  private static String span(String environment, @Nullable String trace, String span) {
    return "span/" + environment + '/' + trace + '/' + span;
  }

  static double number(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return Double.NaN;
    }
  }
}
