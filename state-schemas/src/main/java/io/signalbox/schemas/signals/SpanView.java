// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** A span. A flyweight: valid only inside the callback that shows it. */
public final class SpanView extends ItemView {
  /** OTLP kind of a span that serves a request. */
  public static final int SERVER = 2;

  /** OTLP kind of a span that calls another service. */
  public static final int CLIENT = 3;

  /** OTLP kind of a span that sends a message. */
  public static final int PRODUCER = 4;

  /** OTLP kind of a span that handles a message. */
  public static final int CONSUMER = 5;

  private static final int ERROR = 2;

  final Identifier trace = new Identifier(16);
  final Identifier span = new Identifier(8);
  final Identifier parent = new Identifier(8);
  final Text name = new Text();
  int kind;
  long startUnixNano;
  long endUnixNano;
  int statusCode;

  SpanView(ResourceView resource) {
    super(resource);
  }

  void clear() {
    trace.clear();
    span.clear();
    parent.clear();
    name.clear();
    kind = 0;
    startUnixNano = 0;
    endUnixNano = 0;
    statusCode = 0;
  }

  /** True when the trace id has 16 bytes that are not all zero. */
  public boolean hasTraceId() {
    return trace.valid;
  }

  /** High half of the trace id, 0 without a valid one. */
  public long traceIdHi() {
    return trace.hi;
  }

  /** Low half of the trace id, 0 without a valid one. */
  public long traceIdLo() {
    return trace.lo;
  }

  /** True when the span id has 8 bytes that are not all zero. */
  public boolean hasSpanId() {
    return span.valid;
  }

  /** The span id, 0 without a valid one. */
  public long spanId() {
    return span.lo;
  }

  /** True when it names a parent. */
  public boolean hasParent() {
    return parent.valid;
  }

  /** The parent's span id, 0 for a root. */
  public long parentSpanId() {
    return parent.lo;
  }

  /** Span name. */
  public Text name() {
    return name;
  }

  /** OTLP kind: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  public int kind() {
    return kind;
  }

  /** Unsigned nanoseconds since 1970; see {@link EventTime}. */
  public long startUnixNano() {
    return startUnixNano;
  }

  /** Unsigned nanoseconds since 1970; see {@link EventTime}. */
  public long endUnixNano() {
    return endUnixNano;
  }

  /** OTLP status: 0 unset, 1 ok, 2 error. */
  public int statusCode() {
    return statusCode;
  }

  /** True when its status is error. */
  public boolean isError() {
    return statusCode == ERROR;
  }
}
