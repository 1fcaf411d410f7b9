// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OtlpReaderTest {
  private static final List<SignalKind> TELEMETRY =
      List.of(SignalKind.METRICS, SignalKind.TRACES, SignalKind.LOGS);

  @Test
  void everyItemOfEveryCaptureReadsAsTheLibraryReadsIt() throws Exception {
    int compared = 0;
    for (Path file : CaptureFile.find(SharedData.at("otlp"))) {
      try (CaptureFile capture = CaptureFile.open(file)) {
        for (var request = capture.next(); request != null; request = capture.next()) {
          SignalKind kind = request.kind();
          if (request.fault() == null && kind != null && kind != SignalKind.CHANGES) {
            compared += Comparison.of(kind, request.bytes());
          }
        }
      }
    }
    assertTrue(compared > 362_000, "only " + compared + " items compared");
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void anyMessageInAnyFieldOrderReadsAsTheLibraryReadsIt(@ForAll long seed) throws Exception {
    for (SignalKind kind : TELEMETRY) {
      Message message = new RandomMessage(seed).like(Comparison.prototype(kind));
      Comparison.of(kind, message.toByteArray());
      byte[] scrambled =
          new Scrambled(seed).of(message.getDescriptorForType(), message.toByteArray());
      assertEquals(message, Known.only(message.getParserForType().parseFrom(scrambled)));
      Comparison.of(kind, scrambled);
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void singularFieldsThatComeAgainReadAsTheLibraryReadsThem(@ForAll long seed) throws Exception {
    for (SignalKind kind : TELEMETRY) {
      Message first = new RandomMessage(seed).like(Comparison.prototype(kind));
      Message second = new RandomMessage(seed + 1).like(Comparison.prototype(kind));
      Comparison.of(kind, Merged.groups(first.toByteArray(), second.toByteArray()));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aRequestMayLieAnywhereInItsArray(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int before,
      @ForAll @IntRange(max = 40) int after)
      throws IOException, MalformedTelemetry {
    for (SignalKind kind : TELEMETRY) {
      byte[] message = new RandomMessage(seed).like(Comparison.prototype(kind)).toByteArray();
      byte[] array = new byte[before + message.length + after];
      Arrays.fill(array, (byte) 0xff);
      System.arraycopy(message, 0, array, before, message.length);
      Comparison.of(kind, array, before, message.length);
    }
  }
}
