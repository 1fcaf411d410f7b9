// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** How a scalar is written in OTLP/JSON and in protobuf. */
enum JsonType {
  /** UTF-8. */
  STRING(Wire.LEN),
  /** A trace id in hex, 16 bytes. */
  TRACE_ID(Wire.LEN),
  /** A span id in hex, 8 bytes. */
  SPAN_ID(Wire.LEN),
  /** Base64. */
  BYTES(Wire.LEN),
  BOOL(Wire.VARINT),
  /** A number or a name. */
  ENUM(Wire.VARINT),
  /** Unsigned integer of at most 64 bits, a number or a string. */
  VARINT(Wire.VARINT),
  /** Signed integer, a number or a string. */
  SIGNED(Wire.VARINT),
  /** The same of 32 bits, zigzag encoded. */
  ZIGZAG(Wire.VARINT),
  FIXED32(Wire.I32),
  /** Unsigned. */
  FIXED64(Wire.I64),
  SIGNED64(Wire.I64),
  /** A number, or NaN, Infinity and -Infinity as strings. */
  DOUBLE(Wire.I64),
  MESSAGE(Wire.LEN);

  final int wireType;

  JsonType(int wireType) {
    this.wireType = wireType;
  }
}
