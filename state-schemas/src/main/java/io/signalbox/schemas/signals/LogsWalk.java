// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Reads log records. Field numbers are those of opentelemetry/proto/logs/v1. */
final class LogsWalk extends RequestWalk<LogVisitor> {
  private static final int TIME = 1 << 3 | Wire.I64;
  private static final int SEVERITY_NUMBER = 2 << 3 | Wire.VARINT;
  private static final int SEVERITY_TEXT = 3 << 3 | Wire.LEN;
  private static final int BODY = 5 << 3 | Wire.LEN;
  private static final int ATTRIBUTE = 6 << 3 | Wire.LEN;
  private static final int TRACE_ID = 9 << 3 | Wire.LEN;
  private static final int SPAN_ID = 10 << 3 | Wire.LEN;
  private static final int OBSERVED = 11 << 3 | Wire.I64;
  private static final int EVENT_NAME = 12 << 3 | Wire.LEN;

  private final LogView log = new LogView(resource);

  @Override
  void showResource(LogVisitor visitor) {
    visitor.resource(resource);
  }

  @Override
  void item(LogVisitor visitor) throws MalformedTelemetry {
    log.at(wire.bytes, wire.from, wire.size);
    log.attributes.clear(wire.bytes);
    log.clear();
    int outerEnd = wire.enter();
    while (wire.next()) {
      field();
    }
    wire.leave(outerEnd);
    visitor.log(log);
  }

  private void field() throws MalformedTelemetry {
    switch (wire.tag) {
      case TIME -> log.timeUnixNano = wire.value;
      case OBSERVED -> log.observedUnixNano = wire.value;
      case SEVERITY_NUMBER -> log.severityNumber = (int) wire.value;
      case SEVERITY_TEXT -> log.severityText.set(wire.bytes, wire.from, wire.size);
      case BODY -> log.body.value.read(wire);
      case ATTRIBUTE -> keyValues.read(wire, log.attributes);
      case TRACE_ID -> log.trace.set(wire.bytes, wire.from, wire.size);
      case SPAN_ID -> log.span.set(wire.bytes, wire.from, wire.size);
      case EVENT_NAME -> log.eventName.set(wire.bytes, wire.from, wire.size);
      default -> {} // unknown and unused fields
    }
  }
}
