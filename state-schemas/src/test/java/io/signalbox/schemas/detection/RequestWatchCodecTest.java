// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.RequestWatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RequestWatchCodecTest {
  private static final String GOLDEN_EPISODES =
      """
      ep-l4st74tr-41d989e533447cfd LOGS 2 3.2300650600433387E-77 80.0
      ep-l4st7k9b-18aa71cf4a0d343d LOGS 2 1.91635609965264E-161 160.0
      ep-l4st74tr-a0e880f7d42576cd LOGS 2 4.729337882791668E-131 280.0
      ep-l4st74tr-3b81aec1cedfce73 LOGS 2 2.8728723642570668E-98 120.0
      ep-l4st7k9b-d6a70f17305e1d4b LOGS 2 2.8037101471758236E-74 80.0
      ep-l4st7rz3-6b5c7ee693b31630 COHORT 2 4.8E-298 1.0
      ep-l4st74tr-7390cb59ce4497a6 ERRORS 2 1.581790370334228E-69 0.6133333333333333
      ep-l4st74tr-7073f459c8fa9651 ERRORS 2 6.546648320892359E-57 0.6031746031746031
      ep-l4st74tr-6d571d59c3b094fc ERRORS 2 1.2577732311237864E-29 0.7555555555555555
      ep-l4st74tr-6a3a4659be6693a7 ERRORS 2 7.538116402671713E-58 0.7380952380952381
      """;

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

  /** Version 1 knew nothing of how load makes calls slower. */
  @Test
  void bytesOfVersionOneAreReadAndGoOn() throws IOException {
    Recording restored = new Recording();
    restored.watch = read(golden("request-watch-v1.bin"));
    assertEquals(Recording.T0 + 1_200_000, restored.watch.nextWakeMs());
    restored.end(Recording.T0 + 3_600_000);
    assertEquals(GOLDEN_EPISODES.lines().toList(), restored.closed());
  }

  /** The golden bytes are those of the recording of seed 4 after 1195 seconds. */
  @Test
  void bytesOfVersionTwoAreReadAsTheyWereWritten() throws IOException {
    byte[] golden = golden("request-watch-v2.bin");
    assertArrayEquals(golden, RequestWatchCodec.encode(live(4, 1195).watch));
    assertArrayEquals(golden, RequestWatchCodec.encode(read(golden)));
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
    return golden("request-watch-v2.bin");
  }

  /** {@code -Dgolden.write=true} writes the current version anew. */
  private static byte[] golden(String name) throws IOException {
    if (Boolean.getBoolean("golden.write") && name.endsWith("v2.bin")) {
      Path folder = Path.of("src/test/resources/io/signalbox/schemas/detection");
      Files.write(folder.resolve(name), RequestWatchCodec.encode(live(4, 1195).watch));
      return Files.readAllBytes(folder.resolve(name));
    }
    try (InputStream in = RequestWatchCodecTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
