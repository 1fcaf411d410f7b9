// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Reads spans. Field numbers are those of opentelemetry/proto/trace/v1. */
final class TracesWalk extends RequestWalk<SpanVisitor> {
  private static final int TRACE_ID = 1 << 3 | Wire.LEN;
  private static final int SPAN_ID = 2 << 3 | Wire.LEN;
  private static final int PARENT_ID = 4 << 3 | Wire.LEN;
  private static final int NAME = 5 << 3 | Wire.LEN;
  private static final int KIND = 6 << 3 | Wire.VARINT;
  private static final int START = 7 << 3 | Wire.I64;
  private static final int END = 8 << 3 | Wire.I64;
  private static final int ATTRIBUTE = 9 << 3 | Wire.LEN;
  private static final int EVENT = 11 << 3 | Wire.LEN;
  private static final int STATUS = 15 << 3 | Wire.LEN;
  private static final int STATUS_CODE = 3 << 3 | Wire.VARINT;
  private static final int EVENT_TIME = 1 << 3 | Wire.I64;
  private static final int EVENT_NAME = 2 << 3 | Wire.LEN;
  private static final int EVENT_ATTRIBUTE = 3 << 3 | Wire.LEN;

  private final SpanView span = new SpanView(resource);
  private final SpanEventView event = new SpanEventView();

  @Override
  void showResource(SpanVisitor visitor) {
    visitor.resource(resource);
  }

  @Override
  void item(SpanVisitor visitor) throws MalformedTelemetry {
    span.at(wire.bytes, wire.from, wire.size);
    span.attributes.clear(wire.bytes);
    span.clear();
    int outerEnd = wire.enter();
    int start = wire.position();
    boolean events = false;
    while (wire.next()) {
      events |= wire.tag == EVENT;
      field();
    }
    visitor.span(span);
    if (events) {
      wire.rewind(start);
      showEvents(visitor);
    }
    wire.leave(outerEnd);
  }

  private void field() throws MalformedTelemetry {
    switch (wire.tag) {
      case TRACE_ID -> span.trace.set(wire.bytes, wire.from, wire.size);
      case SPAN_ID -> span.span.set(wire.bytes, wire.from, wire.size);
      case PARENT_ID -> span.parent.set(wire.bytes, wire.from, wire.size);
      case NAME -> span.name.set(wire.bytes, wire.from, wire.size);
      case KIND -> span.kind = (int) wire.value;
      case START -> span.startUnixNano = wire.value;
      case END -> span.endUnixNano = wire.value;
      case ATTRIBUTE -> keyValues.read(wire, span.attributes);
      case STATUS -> readStatus();
      default -> {} // unknown and unused fields
    }
  }

  private void readStatus() throws MalformedTelemetry {
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == STATUS_CODE) {
        span.statusCode = (int) wire.value;
      }
    }
    wire.leave(outerEnd);
  }

  private void showEvents(SpanVisitor visitor) throws MalformedTelemetry {
    while (wire.next()) {
      if (wire.tag == EVENT) {
        readEvent();
        visitor.event(span, event);
      }
    }
  }

  private void readEvent() throws MalformedTelemetry {
    event.clear(wire.bytes);
    int outerEnd = wire.enter();
    while (wire.next()) {
      switch (wire.tag) {
        case EVENT_TIME -> event.timeUnixNano = wire.value;
        case EVENT_NAME -> event.name.set(wire.bytes, wire.from, wire.size);
        case EVENT_ATTRIBUTE -> keyValues.read(wire, event.attributes);
        default -> {} // unknown fields
      }
    }
    wire.leave(outerEnd);
  }
}
