// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** The types of an OpenTelemetry AnyValue. */
public enum ValueType {
  /** No value is set. */
  NONE(0),
  STRING(1),
  BOOL(2),
  INT(3),
  DOUBLE(4),
  ARRAY(5),
  KVLIST(6),
  BYTES(7);

  /** Number in AnyValue's oneof; it goes into hashes. */
  final int number;

  ValueType(int number) {
    this.number = number;
  }
}
