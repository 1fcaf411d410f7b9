// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.ServiceIdentity;
import io.signalbox.schemas.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recognises GenAI spans and evaluations by the OpenTelemetry GenAI conventions and keeps what
 * later judgements need of them, never the text of prompts or answers.
 */
final class GenAiReader {
  private static final byte[] PREFIX = "gen_ai.".getBytes(StandardCharsets.UTF_8);
  private static final byte[] EVALUATION =
      "gen_ai.evaluation.result".getBytes(StandardCharsets.UTF_8);
  private static final AttributeKey EVENT_NAME = AttributeKey.of("event.name");

  /** Attributes without the prefix that say for whom the model worked and what was decided. */
  private static final Set<String> WHO =
      Set.of(
          "tenant",
          "tenant.id",
          "team",
          "feature",
          "agent",
          "data_class",
          "error.type",
          "decision.id",
          "decision.action",
          "decision.segment",
          "decision.policy",
          "decision.holdout");

  /** Attributes by which answers may be told apart bear this before their name. */
  private static final String SEGMENT = "segment.";

  /** Attributes with the prefix that hold text of users or models. */
  private static final Set<String> CONTENT =
      Set.of(
          "gen_ai.prompt",
          "gen_ai.completion",
          "gen_ai.input.messages",
          "gen_ai.output.messages",
          "gen_ai.system_instructions",
          "gen_ai.tool.definitions",
          "gen_ai.tool.call.arguments",
          "gen_ai.tool.call.result",
          "gen_ai.evaluation.explanation");

  /** Those of which it is kept whether they are the same: a hash. */
  private static final Set<String> HASHED =
      Set.of("gen_ai.tool.call.arguments", "gen_ai.input.messages", "gen_ai.output.messages");

  private GenAiReader() {}

  static boolean concerns(AttributesView attributes) {
    for (int i = 0; i < attributes.size(); i++) {
      if (startsWithPrefix(attributes, i)) {
        return true;
      }
    }
    return false;
  }

  static boolean isEvaluation(Text name) {
    return name.is(EVALUATION);
  }

  static boolean isEvaluation(LogView log) {
    return isEvaluation(log.eventName())
        || "gen_ai.evaluation.result".equals(log.attributes().text(EVENT_NAME));
  }

  static GenAiEvent ofSpan(ServiceIdentity identity, SpanView span, long durationUs) {
    return new GenAiEvent(
        "span",
        Instant.ofEpochMilli(EventTime.toMs(span.endUnixNano())),
        identity.environment(),
        identity.service(),
        span.name().toString(),
        traceId(span.hasTraceId(), span.traceIdHi(), span.traceIdLo()),
        span.hasSpanId() ? hex(span.spanId()) : null,
        durationUs,
        span.isError(),
        kept(span.attributes()));
  }

  static GenAiEvent ofSpanEvent(ServiceIdentity identity, SpanView span, SpanEventView event) {
    return evaluation(
        identity,
        event.timeUnixNano(),
        traceId(span.hasTraceId(), span.traceIdHi(), span.traceIdLo()),
        span.spanId(),
        event.attributes());
  }

  static GenAiEvent ofLog(ServiceIdentity identity, LogView log) {
    return evaluation(
        identity,
        log.eventUnixNano(),
        traceId(log.hasTraceId(), log.traceIdHi(), log.traceIdLo()),
        log.spanId(),
        log.attributes());
  }

  private static GenAiEvent evaluation(
      ServiceIdentity identity,
      long unixNano,
      @Nullable String traceId,
      long spanId,
      AttributesView attributes) {
    return new GenAiEvent(
        "evaluation",
        Instant.ofEpochMilli(EventTime.toMs(unixNano)),
        identity.environment(),
        identity.service(),
        "gen_ai.evaluation.result",
        traceId,
        spanId == 0 ? null : hex(spanId),
        0,
        false,
        kept(attributes));
  }

  static SignalBatch batch(GenAiEvent event) {
    long atMs = event.at().toEpochMilli();
    return new SignalBatch(
        BatchKind.GEN_AI,
        event.environment(),
        event.service(),
        "",
        SignalBatch.tickOf(atMs),
        atMs,
        1,
        RecordJson.write(event));
  }

  static Map<String, String> kept(AttributesView attributes) {
    Map<String, String> kept = new TreeMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      String key = attributes.key(i);
      boolean wanted =
          startsWithPrefix(attributes, i)
              ? isKept(key)
              : WHO.contains(key) || key.startsWith(SEGMENT);
      if (EmbeddingReader.concerns(key)) {
        EmbeddingReader.keep(kept, key, attributes.text(i));
      } else if (wanted) {
        kept.put(key, attributes.text(i));
      } else if (HASHED.contains(key)) {
        kept.put(key + ".hash", hex(attributes.pairHash(i)));
      }
    }
    return kept;
  }

  private static boolean isKept(String key) {
    return !CONTENT.contains(key)
        && !key.startsWith("gen_ai.prompt.")
        && !key.startsWith("gen_ai.completion.");
  }

  private static boolean startsWithPrefix(AttributesView attributes, int i) {
    int offset = attributes.keyOffset(i);
    return attributes.keyLength(i) > PREFIX.length
        && java.util.Arrays.equals(
            attributes.bytes(), offset, offset + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private static @Nullable String traceId(boolean valid, long hi, long lo) {
    return valid ? hex(hi) + hex(lo) : null;
  }

  static String hex(long half) {
    return String.format("%016x", half);
  }
}
