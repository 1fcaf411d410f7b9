// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** An event within a span. A flyweight: valid only inside the callback that shows it. */
public final class SpanEventView {
  final Text name = new Text();
  final AttributesView attributes = new AttributesView();
  long timeUnixNano;

  SpanEventView() {}

  void clear(byte[] request) {
    name.clear();
    attributes.clear(request);
    timeUnixNano = 0;
  }

  /** Event name. */
  public Text name() {
    return name;
  }

  /** Unsigned nanoseconds since 1970; see {@link EventTime}. */
  public long timeUnixNano() {
    return timeUnixNano;
  }

  /** Its attributes. */
  public AttributesView attributes() {
    return attributes;
  }
}
