// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** One AnyValue. A flyweight: valid only inside the callback that shows it. */
public final class ValueView {
  final AnyValue value = new AnyValue();

  ValueView() {}

  /** Its type. */
  public ValueType type() {
    return value.type;
  }

  /** The raw bytes of a string, byte array, array or list; empty for other types. */
  public Text raw() {
    return value.raw;
  }

  /** An integer, the bits of a double, or 0 and 1 for a boolean. */
  public long bits() {
    return value.bits;
  }

  /** The value as a person reads it: a string as it is, arrays and lists as JSON. */
  public String text() {
    return value.text();
  }
}
