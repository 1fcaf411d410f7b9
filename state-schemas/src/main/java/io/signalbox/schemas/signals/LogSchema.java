// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.List;

/** The log messages; numbers of opentelemetry/proto/logs/v1. */
final class LogSchema {
  private static final List<String> SEVERITIES =
      List.of(
          "SEVERITY_NUMBER_UNSPECIFIED",
          "SEVERITY_NUMBER_TRACE",
          "SEVERITY_NUMBER_TRACE2",
          "SEVERITY_NUMBER_TRACE3",
          "SEVERITY_NUMBER_TRACE4",
          "SEVERITY_NUMBER_DEBUG",
          "SEVERITY_NUMBER_DEBUG2",
          "SEVERITY_NUMBER_DEBUG3",
          "SEVERITY_NUMBER_DEBUG4",
          "SEVERITY_NUMBER_INFO",
          "SEVERITY_NUMBER_INFO2",
          "SEVERITY_NUMBER_INFO3",
          "SEVERITY_NUMBER_INFO4",
          "SEVERITY_NUMBER_WARN",
          "SEVERITY_NUMBER_WARN2",
          "SEVERITY_NUMBER_WARN3",
          "SEVERITY_NUMBER_WARN4",
          "SEVERITY_NUMBER_ERROR",
          "SEVERITY_NUMBER_ERROR2",
          "SEVERITY_NUMBER_ERROR3",
          "SEVERITY_NUMBER_ERROR4",
          "SEVERITY_NUMBER_FATAL",
          "SEVERITY_NUMBER_FATAL2",
          "SEVERITY_NUMBER_FATAL3",
          "SEVERITY_NUMBER_FATAL4");
  private static final JsonMessage LOG =
      new JsonMessage()
          .one(1, "timeUnixNano", JsonType.FIXED64)
          .one(2, "severityNumber", SEVERITIES)
          .one(3, "severityText", JsonType.STRING)
          .one(5, "body", CommonSchema.ANY_VALUE)
          .many(6, "attributes", CommonSchema.KEY_VALUE)
          .one(7, "droppedAttributesCount", JsonType.VARINT)
          .one(8, "flags", JsonType.FIXED32)
          .one(9, "traceId", JsonType.TRACE_ID)
          .one(10, "spanId", JsonType.SPAN_ID)
          .one(11, "observedTimeUnixNano", JsonType.FIXED64)
          .one(12, "eventName", JsonType.STRING);
  static final JsonMessage REQUEST =
      new JsonMessage()
          .many(
              1,
              "resourceLogs",
              CommonSchema.group(
                  "scopeLogs",
                  "instrumentationLibraryLogs",
                  CommonSchema.scope("logRecords", LOG)));

  private LogSchema() {}
}
