// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.signalbox.analytics.signals.DeadLetterReason;
import java.io.IOException;

/**
 * OTLP/JSON as protobuf, so that there is one reader. Takes ids in hex, enums as number or name,
 * 64-bit integers as string or number, names in lowerCamelCase and snake_case; null is absent and
 * unknown names are ignored.
 */
public final class OtlpJson {
  /** No document nests deeper than this in JSON, whatever it means. */
  private static final int MAX_NESTING = 1000;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxStringLength(64 << 20)
                  .build())
          .build();

  private OtlpJson() {}

  /**
   * Rewrites an Export request.
   *
   * @param kind what the request carries; events are no Export requests
   * @param json UTF-8
   * @throws MalformedTelemetry when it is not JSON, or holds nothing of that kind
   */
  public static byte[] toProtobuf(SignalKind kind, byte[] json) throws MalformedTelemetry {
    JsonMessage schema =
        switch (kind) {
          case METRICS -> MetricSchema.REQUEST;
          case TRACES -> TraceSchema.REQUEST;
          case LOGS -> LogSchema.REQUEST;
          case CHANGES, FEEDBACK ->
              throw new IllegalArgumentException("events have no protobuf form");
        };
    ProtoWriter out = new ProtoWriter(16 + json.length / 2);
    try (JsonParser parser = JSON.createParser(json)) {
      boolean known =
          parser.nextToken() == JsonToken.START_OBJECT
              && new JsonTranscoder(parser, out).message(schema);
      if (!known) {
        throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "no request of " + kind);
      }
      if (parser.nextToken() != null) {
        throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "more than one JSON value");
      }
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
    return out.toBytes();
  }

  /**
   * What a JSON document carries, told by its first known top-level name.
   *
   * @throws MalformedTelemetry when it is not JSON, or neither an Export request, nor a CDEvents or
   *     CloudEvents event, nor feedback
   */
  public static SignalKind kindOf(byte[] json) throws MalformedTelemetry {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          switch (parser.currentName()) {
            case "resourceMetrics", "resource_metrics" -> {
              return SignalKind.METRICS;
            }
            case "resourceSpans", "resource_spans" -> {
              return SignalKind.TRACES;
            }
            case "resourceLogs", "resource_logs" -> {
              return SignalKind.LOGS;
            }
            case "context", "specversion" -> {
              return SignalKind.CHANGES;
            }
            case "effective_at" -> {
              return SignalKind.FEEDBACK;
            }
            default -> {
              parser.nextToken();
              parser.skipChildren();
            }
          }
        }
      }
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
    throw new MalformedTelemetry(
        DeadLetterReason.MALFORMED, "neither an Export request nor an event");
  }

  static MalformedTelemetry malformed(IOException problem) {
    String reason =
        problem instanceof StreamConstraintsException
            ? DeadLetterReason.TOO_LARGE
            : DeadLetterReason.MALFORMED;
    if (problem instanceof JsonProcessingException parse) {
      long offset = parse.getLocation() == null ? -1 : parse.getLocation().getByteOffset();
      return new MalformedTelemetry(reason, parse.getOriginalMessage() + " at byte " + offset);
    }
    return new MalformedTelemetry(reason, String.valueOf(problem.getMessage()));
  }
}
