// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.List;

/** The trace messages; numbers of opentelemetry/proto/trace/v1. */
final class TraceSchema {
  private static final List<String> KINDS =
      List.of(
          "SPAN_KIND_UNSPECIFIED",
          "SPAN_KIND_INTERNAL",
          "SPAN_KIND_SERVER",
          "SPAN_KIND_CLIENT",
          "SPAN_KIND_PRODUCER",
          "SPAN_KIND_CONSUMER");
  private static final List<String> STATUS_CODES =
      List.of("STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR");
  private static final JsonMessage EVENT =
      new JsonMessage()
          .one(1, "timeUnixNano", JsonType.FIXED64)
          .one(2, "name", JsonType.STRING)
          .many(3, "attributes", CommonSchema.KEY_VALUE)
          .one(4, "droppedAttributesCount", JsonType.VARINT);
  private static final JsonMessage LINK =
      new JsonMessage()
          .one(1, "traceId", JsonType.TRACE_ID)
          .one(2, "spanId", JsonType.SPAN_ID)
          .one(3, "traceState", JsonType.STRING)
          .many(4, "attributes", CommonSchema.KEY_VALUE)
          .one(5, "droppedAttributesCount", JsonType.VARINT)
          .one(6, "flags", JsonType.FIXED32);
  private static final JsonMessage STATUS =
      new JsonMessage().one(2, "message", JsonType.STRING).one(3, "code", STATUS_CODES);
  private static final JsonMessage SPAN =
      new JsonMessage()
          .one(1, "traceId", JsonType.TRACE_ID)
          .one(2, "spanId", JsonType.SPAN_ID)
          .one(3, "traceState", JsonType.STRING)
          .one(4, "parentSpanId", JsonType.SPAN_ID)
          .one(5, "name", JsonType.STRING)
          .one(6, "kind", KINDS)
          .one(7, "startTimeUnixNano", JsonType.FIXED64)
          .one(8, "endTimeUnixNano", JsonType.FIXED64)
          .many(9, "attributes", CommonSchema.KEY_VALUE)
          .one(10, "droppedAttributesCount", JsonType.VARINT)
          .many(11, "events", EVENT)
          .one(12, "droppedEventsCount", JsonType.VARINT)
          .many(13, "links", LINK)
          .one(14, "droppedLinksCount", JsonType.VARINT)
          .one(15, "status", STATUS)
          .one(16, "flags", JsonType.FIXED32);
  static final JsonMessage REQUEST =
      new JsonMessage()
          .many(
              1,
              "resourceSpans",
              CommonSchema.group(
                  "scopeSpans", "instrumentationLibrarySpans", CommonSchema.scope("spans", SPAN)));

  private TraceSchema() {}
}
