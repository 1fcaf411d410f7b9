// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SeriesDetectorStateTest {
  private static final int LINE = 64;

  /**
   * The bytes a series has after a fixed input. They are read for ever: other bytes need another
   * version. {@code -Dgolden.write=true} writes the file if it is missing.
   */
  @Test
  void theBytesOfAStateAreThoseThatWereReleased() throws IOException {
    Judging series = released();
    Path file = golden(Layout.VERSION);
    String bytes =
        HexFormat.of().formatHex(series.block).replaceAll("(.{" + LINE + "})", "$1\n") + "\n";
    if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
      Files.writeString(file, bytes);
    }
    assertEquals(Files.readString(file), bytes);
  }

  /** A row that ended before the records knows none, and does not take the first for news. */
  @Test
  void aStateOfVersionOneGoesOnAndHasNoRecordsYet() throws IOException {
    Judging series = released();
    byte[] old = HexFormat.of().parseHex(Files.readString(golden(1)).replace("\n", ""));
    Arrays.fill(series.block, (byte) 0);
    System.arraycopy(old, 0, series.block, 0, old.length);
    series.feed(200, i -> i % 7 == 0 ? 0 : 3);
    assertEquals(Layout.VERSION, series.block[0]);
    assertEquals(0, series.alarms);
    assertEquals(Expert.RECORD, series.see(1000).reason);
  }

  private static Judging released() {
    Judging series = new Judging(42).days(4, 200, 80, 7).noise(200, 900, 20);
    return series.feed(50, i -> i % 7 == 0 ? 0 : 3);
  }

  private static Path golden(int version) {
    return Path.of("src/test/resources/golden/series-detector-" + version + ".hex");
  }

  @Test
  void aRowFitsIntoItsBudget() {
    assertEquals(0, SeriesDetector.BYTES % 8);
    assertTrue(SeriesDetector.BYTES <= 560, "bytes " + SeriesDetector.BYTES);
  }

  @Test
  void aStateOfAnUnknownVersionIsRefused() {
    Judging series = new Judging(1).noise(10, 1, 1);
    series.block[0] = 99;
    assertThrows(IllegalArgumentException.class, () -> series.see(1));
  }

  @Test
  void judgingAllocatesNothing() {
    Judging series = new Judging(9).noise(3000, 10, 1);
    double[] values = series.random.doubles(20_000).map(x -> x < 0.01 ? 100 : 10 + x).toArray();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      for (double value : values) {
        series.see(value);
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    assertTrue(least < values.length / 10, "bytes allocated: " + least);
  }
}
