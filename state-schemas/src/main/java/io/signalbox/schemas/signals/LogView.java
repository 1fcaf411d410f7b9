// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** A log record. A flyweight: valid only inside the callback that shows it. */
public final class LogView extends ItemView {
  final Identifier trace = new Identifier(16);
  final Identifier span = new Identifier(8);
  final Text severityText = new Text();
  final Text eventName = new Text();
  final ValueView body = new ValueView();
  long timeUnixNano;
  long observedUnixNano;
  int severityNumber;

  LogView(ResourceView resource) {
    super(resource);
  }

  void clear() {
    trace.clear();
    span.clear();
    severityText.clear();
    eventName.clear();
    body.value.clear();
    timeUnixNano = 0;
    observedUnixNano = 0;
    severityNumber = 0;
  }

  /** When it happened, unsigned nanoseconds since 1970, 0 when unknown; see {@link EventTime}. */
  public long timeUnixNano() {
    return timeUnixNano;
  }

  /** When it was collected, unsigned nanoseconds since 1970, 0 when unknown. */
  public long observedUnixNano() {
    return observedUnixNano;
  }

  /** The time, or where that is 0 the observed time, as the OTLP data model recommends. */
  public long eventUnixNano() {
    return timeUnixNano != 0 ? timeUnixNano : observedUnixNano;
  }

  /** OTLP severity number 1..24, 0 when unknown. */
  public int severityNumber() {
    return severityNumber;
  }

  /** The severity as its source writes it, empty when not stated. */
  public Text severityText() {
    return severityText;
  }

  /** The body, of type NONE when there is none. */
  public ValueView body() {
    return body;
  }

  /** Name of the event, empty for a plain log record. */
  public Text eventName() {
    return eventName;
  }

  /** True when it belongs to a trace. */
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

  /** The span it belongs to, 0 without a valid id. */
  public long spanId() {
    return span.lo;
  }
}
