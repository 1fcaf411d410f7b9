// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.List;

/** The metric messages; numbers of opentelemetry/proto/metrics/v1. */
final class MetricSchema {
  private static final List<String> TEMPORALITIES =
      List.of(
          "AGGREGATION_TEMPORALITY_UNSPECIFIED",
          "AGGREGATION_TEMPORALITY_DELTA",
          "AGGREGATION_TEMPORALITY_CUMULATIVE");
  private static final JsonMessage EXEMPLAR =
      new JsonMessage()
          .one(2, "timeUnixNano", JsonType.FIXED64)
          .one(3, "asDouble", JsonType.DOUBLE)
          .one(4, "spanId", JsonType.SPAN_ID)
          .one(5, "traceId", JsonType.TRACE_ID)
          .one(6, "asInt", JsonType.SIGNED64)
          .many(7, "filteredAttributes", CommonSchema.KEY_VALUE);
  private static final JsonMessage NUMBER =
      times()
          .one(4, "asDouble", JsonType.DOUBLE)
          .many(5, "exemplars", EXEMPLAR)
          .one(6, "asInt", JsonType.SIGNED64)
          .many(7, "attributes", CommonSchema.KEY_VALUE)
          .one(8, "flags", JsonType.VARINT);
  private static final JsonMessage HISTOGRAM =
      totals()
          .many(6, "bucketCounts", JsonType.FIXED64)
          .many(7, "explicitBounds", JsonType.DOUBLE)
          .many(8, "exemplars", EXEMPLAR)
          .many(9, "attributes", CommonSchema.KEY_VALUE)
          .one(10, "flags", JsonType.VARINT)
          .one(11, "min", JsonType.DOUBLE)
          .one(12, "max", JsonType.DOUBLE);
  private static final JsonMessage BUCKETS =
      new JsonMessage().one(1, "offset", JsonType.ZIGZAG).many(2, "bucketCounts", JsonType.VARINT);
  private static final JsonMessage EXPONENTIAL_HISTOGRAM =
      totals()
          .many(1, "attributes", CommonSchema.KEY_VALUE)
          .one(6, "scale", JsonType.ZIGZAG)
          .one(7, "zeroCount", JsonType.FIXED64)
          .one(8, "positive", BUCKETS)
          .one(9, "negative", BUCKETS)
          .one(10, "flags", JsonType.VARINT)
          .many(11, "exemplars", EXEMPLAR)
          .one(12, "min", JsonType.DOUBLE)
          .one(13, "max", JsonType.DOUBLE)
          .one(14, "zeroThreshold", JsonType.DOUBLE);
  private static final JsonMessage QUANTILE =
      new JsonMessage().one(1, "quantile", JsonType.DOUBLE).one(2, "value", JsonType.DOUBLE);
  private static final JsonMessage SUMMARY =
      totals()
          .many(6, "quantileValues", QUANTILE)
          .many(7, "attributes", CommonSchema.KEY_VALUE)
          .one(8, "flags", JsonType.VARINT);
  private static final JsonMessage METRIC =
      new JsonMessage()
          .one(1, "name", JsonType.STRING)
          .one(2, "description", JsonType.STRING)
          .one(3, "unit", JsonType.STRING)
          .one(5, "gauge", data(NUMBER))
          .one(
              7,
              "sum",
              data(NUMBER)
                  .one(2, "aggregationTemporality", TEMPORALITIES)
                  .one(3, "isMonotonic", JsonType.BOOL))
          .one(9, "histogram", data(HISTOGRAM).one(2, "aggregationTemporality", TEMPORALITIES))
          .one(
              10,
              "exponentialHistogram",
              data(EXPONENTIAL_HISTOGRAM).one(2, "aggregationTemporality", TEMPORALITIES))
          .one(11, "summary", data(SUMMARY))
          .many(12, "metadata", CommonSchema.KEY_VALUE);
  static final JsonMessage REQUEST =
      new JsonMessage()
          .many(
              1,
              "resourceMetrics",
              CommonSchema.group(
                  "scopeMetrics",
                  "instrumentationLibraryMetrics",
                  CommonSchema.scope("metrics", METRIC)));

  private MetricSchema() {}

  private static JsonMessage times() {
    return new JsonMessage()
        .one(2, "startTimeUnixNano", JsonType.FIXED64)
        .one(3, "timeUnixNano", JsonType.FIXED64);
  }

  private static JsonMessage totals() {
    return times().one(4, "count", JsonType.FIXED64).one(5, "sum", JsonType.DOUBLE);
  }

  private static JsonMessage data(JsonMessage point) {
    return new JsonMessage().many(1, "dataPoints", point);
  }
}
