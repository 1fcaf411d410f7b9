// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.RequestWatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RequestWatchCodecTest {
  private static final long GOLDEN_SEED = 4;
  private static final int GOLDEN_SECONDS = 1265;

  @Property(tries = 30)
  void aWatchThatIsReadGivesTheSameBytes(
      @ForAll long seed, @ForAll @IntRange(max = 1500) int seconds) {
    byte[] bytes = RequestWatchCodec.encode(live(seed, seconds).watch);
    assertArrayEquals(bytes, RequestWatchCodec.encode(read(bytes)));
  }

  @Property(tries = 15)
  void aWatchThatIsRestoredAnywhereGoesOnTheSame(
      @ForAll long seed, @ForAll @IntRange(max = 2400) int at) {
    Recording straight = live(seed, 2500);
    Recording restored = new Recording();
    for (int second = 0; second < 2500; second++) {
      restored.second(seed, second);
      if (second == at || second % 97 == 5) {
        restored.watch = read(RequestWatchCodec.encode(restored.watch));
      }
    }
    assertEquals(straight.said, restored.said);
    assertEquals(straight.watch.nextWakeMs(), restored.watch.nextWakeMs());
  }

  @Test
  void bytesOfVersionOneAreReadAsTheyWereWritten() throws IOException {
    byte[] golden = golden();
    byte[] written = RequestWatchCodec.encode(live(GOLDEN_SEED, GOLDEN_SECONDS).watch);
    assertEquals(HexFormat.of().formatHex(golden), HexFormat.of().formatHex(written));
    Recording straight = live(GOLDEN_SEED, 2500);
    Recording restored = live(GOLDEN_SEED, GOLDEN_SECONDS);
    restored.watch = read(golden);
    for (int second = GOLDEN_SECONDS; second < 2500; second++) {
      restored.second(GOLDEN_SEED, second);
    }
    assertEquals(straight.said, restored.said);
  }

  @Test
  void whatTheGoldenBytesHoldIsNotTrivial() {
    Recording recording = live(GOLDEN_SEED, GOLDEN_SECONDS);
    for (String kind : new String[] {"kind=COHORT", "kind=LOGS", "kind=ERRORS", "kind=version"}) {
      assertTrue(recording.said.stream().anyMatch(s -> s.contains(kind)), kind);
    }
  }

  @Test
  void aServiceOfFewOperationsTakesFewKilobytes() {
    assertTrue(RequestWatchCodec.encode(live(1, 1300).watch).length < 4096);
    assertTrue(RequestWatchCodec.encode(new RequestWatch("", "x")).length < 256);
  }

  @Property(tries = 100)
  void bytesThatEndTooEarlyAreRefused(@ForAll @IntRange(min = 1, max = 10_000) int cut)
      throws IOException {
    byte[] golden = golden();
    byte[] part = Arrays.copyOf(golden, golden.length - 1 - cut % (golden.length - 1));
    assertThrows(IllegalArgumentException.class, () -> read(part));
  }

  @Test
  void bytesOfAnotherVersionOrWithATailAreRefused() throws IOException {
    byte[] golden = golden();
    byte[] longer = Arrays.copyOf(golden, golden.length + 1);
    assertThrows(IllegalArgumentException.class, () -> read(longer));
    golden[0] = 99;
    assertThrows(IllegalArgumentException.class, () -> read(golden));
  }

  private static RequestWatch read(byte[] bytes) {
    return RequestWatchCodec.decode("test", "cart", bytes);
  }

  private static Recording live(long seed, int seconds) {
    Recording recording = new Recording();
    for (int second = 0; second < seconds; second++) {
      recording.second(seed, second);
    }
    return recording;
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = RequestWatchCodecTest.class.getResourceAsStream("request-watch-v1.bin")) {
      return Objects.requireNonNull(in, "request-watch-v1.bin").readAllBytes();
    }
  }
}
