// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * The parts that all OpenTelemetry messages share, over {@link ProtoWriter}: attributes and the
 * nesting resource, scope, items, which is the same in metrics, traces and logs.
 */
public final class OtlpWriter {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;
  private static final int BOOL = 2;
  private static final int INT = 3;
  private static final int DOUBLE = 4;
  private static final int RESOURCES = 1;
  private static final int SCOPES = 2;
  private static final int SCHEMA_URL = 3;

  private OtlpWriter() {}

  /** Writes a string attribute as the given field of the message that is open. */
  public static void attribute(ProtoWriter out, int field, String key, String value) {
    int mark = open(out, field, key);
    int inner = out.begin(VALUE);
    out.text(STRING, value);
    out.end(inner);
    out.end(mark);
  }

  /** Writes an integer attribute as the given field of the message that is open. */
  public static void attribute(ProtoWriter out, int field, String key, long value) {
    int mark = open(out, field, key);
    int inner = out.begin(VALUE);
    out.varint(INT, value);
    out.end(inner);
    out.end(mark);
  }

  /** Writes a double attribute as the given field of the message that is open. */
  public static void attribute(ProtoWriter out, int field, String key, double value) {
    int mark = open(out, field, key);
    int inner = out.begin(VALUE);
    out.number(DOUBLE, value);
    out.end(inner);
    out.end(mark);
  }

  /** Writes a boolean attribute as the given field of the message that is open. */
  public static void attribute(ProtoWriter out, int field, String key, boolean value) {
    int mark = open(out, field, key);
    int inner = out.begin(VALUE);
    out.varint(BOOL, value ? 1 : 0);
    out.end(inner);
    out.end(mark);
  }

  /** Writes a string as an AnyValue, such as the body of a log record. */
  public static void anyText(ProtoWriter out, int field, String value) {
    int mark = out.begin(field);
    out.text(STRING, value);
    out.end(mark);
  }

  /**
   * Writes one ResourceMetrics, ResourceSpans or ResourceLogs into an Export request.
   *
   * @param resource the encoded resource field, tag included
   * @param scope the encoded scope field, tag included
   * @param items encoded Metric, Span or LogRecord fields, tags included
   * @param schemaUrl schema of the resource
   */
  public static void resourceItems(
      ProtoWriter out, byte[] resource, byte[] scope, Iterable<byte[]> items, String schemaUrl) {
    int outer = out.begin(RESOURCES);
    out.raw(resource);
    int inner = out.begin(SCOPES);
    out.raw(scope);
    for (byte[] item : items) {
      out.raw(item);
    }
    out.end(inner);
    out.text(SCHEMA_URL, schemaUrl);
    out.end(outer);
  }

  private static int open(ProtoWriter out, int field, String key) {
    int mark = out.begin(field);
    out.text(KEY, key);
    return mark;
  }
}
