// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.fail;

import io.signalbox.analytics.signals.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the bytes: a reader says what is wrong with them, soon, and never fails otherwise. */
class DamagedInputTest {
  private static final List<SignalKind> TELEMETRY =
      List.of(SignalKind.METRICS, SignalKind.TRACES, SignalKind.LOGS);
  private static final Set<String> REASONS =
      Set.of(DeadLetterReason.MALFORMED, DeadLetterReason.TOO_LARGE);
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Consumed consumed = new Consumed();

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void damagedProtobufIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    for (SignalKind kind : TELEMETRY) {
      byte[] message = new RandomMessage(seed).like(Comparison.prototype(kind)).toByteArray();
      for (int i = 0; i < 30; i++) {
        byte[] damaged = damage(message, random);
        survives(() -> consumed.read(kind, damaged), damaged);
        ProtobufKind.of(damaged, kind);
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void bytesAtRandomAreReadOrRefused(@ForAll byte[] bytes) {
    for (SignalKind kind : TELEMETRY) {
      survives(() -> consumed.read(kind, bytes), bytes);
      ProtobufKind.of(bytes, kind);
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void damagedJsonIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    for (SignalKind kind : TELEMETRY) {
      byte[] json =
          new ReferenceJson(seed)
              .of(new RandomMessage(seed).like(Comparison.prototype(kind)))
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 20; i++) {
        byte[] damaged = damage(json, random);
        survives(
            () -> {
              OtlpJson.kindOf(damaged);
              consumed.read(kind, OtlpJson.toProtobuf(kind, damaged));
            },
            damaged);
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void damagedEventsAreReadOrRefused(@ForAll long seed) {
    byte[] event =
        ("{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/x\",\"data\":{\"context\":"
                + "{\"type\":\"dev.cdevents.service.deployed.0.3.0\","
                + "\"timestamp\":\"2023-03-20T14:27:05Z\"},\"subject\":{\"id\":\"cart\",\"content\":"
                + "{\"environment\":{\"id\":\"e\"},\"artifactId\":\"pkg:oci/a@sha256%3A0b?tag=1\"}}}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] damaged = damage(event, new Random(seed));
    try {
      ChangeReader.read(damaged);
    } catch (MalformedTelemetry refused) {
      if (!refused.reason().equals(DeadLetterReason.IMPOSSIBLE_TIME)) {
        check(refused, damaged);
      }
    }
  }

  private interface Reading {
    void read() throws MalformedTelemetry;
  }

  private static void survives(Reading reading, byte[] bytes) {
    assertTimeout(
        SOON,
        () -> {
          try {
            reading.read();
          } catch (MalformedTelemetry refused) {
            check(refused, bytes);
          }
        });
  }

  private static void check(MalformedTelemetry refused, byte[] bytes) {
    if (!REASONS.contains(refused.reason()) || refused.detail().isEmpty()) {
      fail(refused + " for " + Arrays.toString(bytes));
    }
  }

  /** Flips bits, cuts off, cuts out, doubles or overwrites parts, some times over. */
  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int rounds = 1 + random.nextInt(4); rounds > 0 && bytes.length > 0; rounds--) {
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(Math.min(bytes.length - from, 64) + 1);
      switch (random.nextInt(5)) {
        case 0 -> bytes[from] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = Arrays.copyOf(bytes, from);
        case 2 -> bytes = splice(bytes, to, bytes, from);
        case 3 -> bytes = splice(bytes, from, bytes, to);
        default -> bytes[from] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  /** The first part of one array and the last part of another. */
  private static byte[] splice(byte[] head, int headEnd, byte[] tail, int tailStart) {
    byte[] spliced = Arrays.copyOf(head, headEnd + tail.length - tailStart);
    System.arraycopy(tail, tailStart, spliced, headEnd, tail.length - tailStart);
    return spliced;
  }
}
