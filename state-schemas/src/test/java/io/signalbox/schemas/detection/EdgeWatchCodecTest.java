// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.detection.EdgeWatch;
import io.signalbox.analytics.detection.EdgeWatchSettings;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeCut;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EdgeWatchCodecTest {
  private static final EdgeWatchSettings SETTINGS = EdgeWatchSettings.DEFAULT;
  private static final long START_MS = 1_700_000_000_000L;

  @Property(tries = 100)
  void aWatchThatIsRestoredGoesOnAsIfNothingHadBeen(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 199) int restoreAt) {
    List<Object> told = new ArrayList<>();
    EdgeWatch whole = run(newWatch(), seed, 0, 200, told);
    List<Object> toldByParts = new ArrayList<>();
    EdgeWatch first = run(newWatch(), seed, 0, restoreAt, toldByParts);
    EdgeWatch restored = EdgeWatchCodec.read(EdgeWatchCodec.write(first), SETTINGS);
    assertEquals(first.nextWakeMs(), restored.nextWakeMs());
    run(restored, seed, restoreAt, 200, toldByParts);
    assertEquals(told, toldByParts);
    assertArrayEquals(EdgeWatchCodec.write(whole), EdgeWatchCodec.write(restored));
  }

  @Property(tries = 100)
  void theOrderOfCellsAndTheWayTheyAreCutMakeNoDifference(@ForAll long seed) {
    EdgeWatch whole = newWatch();
    EdgeWatch parts = newWatch();
    Random random = new Random(seed);
    for (int tick = 0; tick < 25; tick++) {
      List<EdgeCell> cells = cells(seed, tick);
      whole.fold(tickMs(tick) + 11_000, cells);
      List<EdgeCell> shuffled = new ArrayList<>(cells);
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(shuffled.size());
      parts.fold(tickMs(tick) + 11_000, shuffled.subList(cut, shuffled.size()));
      parts.fold(tickMs(tick) + 11_000, shuffled.subList(0, cut));
    }
    assertArrayEquals(EdgeWatchCodec.write(whole), EdgeWatchCodec.write(parts));
  }

  @Property(tries = 50)
  void howOftenItIsAdvancedMakesNoDifference(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int each) {
    List<Object> told = new ArrayList<>();
    run(newWatch(), seed, 0, 200, told);
    List<Object> toldRarely = new ArrayList<>();
    EdgeWatch rarely = newWatch();
    for (int tick = 0; tick < 200; tick++) {
      rarely.fold(tickMs(tick) + 11_000, cells(seed, tick));
      if (tick % each == 0 || tick == 199) {
        rarely.advance(tickMs(tick) + 11_999, toldRarely::add, toldRarely::add);
      }
    }
    assertEquals(told, toldRarely);
  }

  @Test
  void releasedBytesOfAWatchAreRead() throws IOException {
    List<Object> told = new ArrayList<>();
    EdgeWatch watch = run(newWatch(), 1, 0, 195, told);
    assertEquals(2, told.stream().filter(Episode.class::isInstance).count());
    byte[] written = EdgeWatchCodec.write(watch);
    byte[] stored = Golden.expect("edge-watch-v1", written);
    assertArrayEquals(written, EdgeWatchCodec.write(EdgeWatchCodec.read(stored, SETTINGS)));
  }

  private static EdgeWatch newWatch() {
    return new EdgeWatch("prod", "shop", SETTINGS);
  }

  private static EdgeWatch run(EdgeWatch watch, long seed, int from, int to, List<Object> told) {
    for (int tick = from; tick < to; tick++) {
      watch.fold(tickMs(tick) + 11_000, cells(seed, tick));
      watch.advance(tickMs(tick) + 11_999, told::add, told::add);
    }
    return watch;
  }

  private static long tickMs(int tick) {
    return START_MS + tick * 1000L;
  }

  /** A tick of calls to a bank that fails from tick 150 on, to a cache, and to who knows whom. */
  private static List<EdgeCell> cells(long seed, int tick) {
    Random random = new Random(seed * 31 + tick);
    List<EdgeCell> cells = new ArrayList<>();
    cells.add(cell(tick, "bank", "10.0.0.1:80", "Charge", 1 + random.nextInt(9), random));
    cells.add(cell(tick, "", "10.0.0.1:80", "Charge", random.nextInt(3), random));
    cells.add(cell(tick, "", "redis:6379", "GET", random.nextInt(3), random));
    cells.add(cell(tick, "", "", "Refund", random.nextInt(2), random));
    return cells;
  }

  private static EdgeCell cell(
      int tick, String callee, String peer, String operation, int calls, Random random) {
    EdgeSums sums = new EdgeSums();
    for (int i = 0; i < calls; i++) {
      long wireUs = callee.isEmpty() ? -1 : 500 + random.nextInt(500);
      sums.addCall(tick >= 150 && random.nextBoolean(), 2000 + random.nextInt(2000), wireUs);
    }
    return sums.cell(new EdgeCut(tickMs(tick), "prod", "shop", callee, peer, operation));
  }
}
