// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.DeadLetterReason;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
  private static final Consumed CONSUMED = new Consumed();

  @ParameterizedTest
  @CsvSource({
    "0a, truncated varint at byte 1",
    "0aff, truncated varint at byte 1",
    "0a05, length 5 beyond the end at byte 0",
    "08ffffffffffffffffffff01, varint of more than 10 bytes at byte 1",
    "0affffffffffffffffff01, length 18446744073709551615 beyond the end at byte 0",
    "0900, truncated field at byte 0",
    "0d000000, truncated field at byte 0",
    "0001, field number 0 at byte 0",
    "0e, wire type 6 at byte 0",
    "0f, wire type 7 at byte 0",
    "0c, wire type 4 at byte 0",
    "0b, unfinished group 1 at byte 1",
    "0b14, field 2 in group 1 at byte 1",
    "808080808001, field number 4294967296 at byte 0"
  })
  void malformedBytesAreRefusedWithTheirPlace(String hex, String detail) {
    MalformedTelemetry fault = refused(HexFormat.of().parseHex(hex));
    assertEquals(DeadLetterReason.MALFORMED, fault.reason());
    assertEquals(detail, fault.detail());
  }

  @Test
  void valuesNestedTooDeepAreTooLarge() {
    byte[] value = {};
    for (int depth = 0; depth < 60; depth++) {
      value = new ProtoWriter(16).bytes(5, new ProtoWriter(16).bytes(1, value).toBytes()).toBytes();
    }
    byte[] attribute = new ProtoWriter(16).bytes(2, value).toBytes();
    MalformedTelemetry fault = refused(ofResource(new ProtoWriter(16).bytes(1, attribute)));
    assertEquals(DeadLetterReason.TOO_LARGE, fault.reason());
    assertTrue(fault.detail().startsWith("nested deeper than 100"), fault.detail());
  }

  @Test
  void groupsNestedTooDeepAreTooLarge() {
    byte[] groups = new byte[5000];
    java.util.Arrays.fill(groups, (byte) 0x0b);
    assertEquals(DeadLetterReason.TOO_LARGE, refused(groups).reason());
  }

  @Test
  void aResourceWithEndlessAttributesIsTooLarge() {
    ProtoWriter attributes = new ProtoWriter(1 << 18);
    for (int i = 0; i < 70_000; i++) {
      attributes.bytes(1, new byte[0]);
    }
    MalformedTelemetry fault = refused(ofResource(attributes));
    assertEquals(DeadLetterReason.TOO_LARGE, fault.reason());
  }

  private static byte[] ofResource(ProtoWriter resource) {
    return new ProtoWriter(16)
        .bytes(1, new ProtoWriter(16).bytes(1, resource.toBytes()).toBytes())
        .toBytes();
  }

  private static MalformedTelemetry refused(byte[] bytes) {
    return assertThrows(MalformedTelemetry.class, () -> CONSUMED.read(SignalKind.TRACES, bytes));
  }
}
