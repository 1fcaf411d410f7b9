// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Reads KeyValue messages into attributes. */
final class KeyValues {
  private static final int KEY = 1 << 3 | Wire.LEN;
  private static final int VALUE = 2 << 3 | Wire.LEN;

  private final Text key = new Text();
  private final AnyValue value = new AnyValue();

  /** Adds the KeyValue of the LEN field just taken. */
  void read(Wire wire, AttributesView into) throws MalformedTelemetry {
    wire.requireRoom(into.size());
    key.clear();
    value.clear();
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == KEY) {
        key.set(wire.bytes, wire.from, wire.size);
      } else if (wire.tag == VALUE) {
        value.read(wire);
      }
    }
    wire.leave(outerEnd);
    into.add(key, value);
  }
}
