// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import org.jspecify.annotations.Nullable;

/**
 * One request of a capture, or why it could not be read.
 *
 * @param kind what it carries; null when that could not be told
 * @param bytes an Export request in protobuf, or an event in JSON; with a fault, the bytes as they
 *     are in the file
 * @param index its place in the file from 0; in JSON Lines the line less 1, empty lines counted
 * @param fault why it cannot be used, or null
 */
public record CapturedRequest(
    @Nullable SignalKind kind, byte[] bytes, long index, @Nullable MalformedTelemetry fault) {

  static CapturedRequest ofJson(byte[] json, long index) {
    SignalKind kind = null;
    try {
      kind = OtlpJson.kindOf(json);
      byte[] bytes = kind.isEvent() ? json : OtlpJson.toProtobuf(kind, json);
      return new CapturedRequest(kind, bytes, index, null);
    } catch (MalformedTelemetry fault) {
      return new CapturedRequest(kind, json, index, fault);
    }
  }
}
