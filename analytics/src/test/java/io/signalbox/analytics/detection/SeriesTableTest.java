// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.ListedPoints.Point;
import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.ShardKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeriesTableTest {
  private static final ShardKey KEY = new ShardKey("prod", "cart", "cart-1");
  private static final long T = 1_700_000_000_000L;
  private static final long DAY_MS = 86_400_000;

  private final SeriesTable table = new SeriesTable(SeriesSettings.defaults());
  private final List<Episode> episodes = new ArrayList<>();

  private void fold(Point... points) {
    table.fold(new ListedPoints(List.of(points)), KEY, episodes::add);
  }

  private KnownSeries known() {
    return KnownSeries.of(table.row(0).detector, 0);
  }

  private List<Long> ids() {
    return LongStream.range(0, table.size()).mapToObj(i -> table.row((int) i).id).toList();
  }

  @Test
  void seriesAreKeptInTheOrderInWhichTheyCame() {
    fold(Point.gauge(5, T, 1), Point.gauge(-7, T + 1, 1), Point.gauge(9, T + 1, 1));
    fold(Point.gauge(-9, T + 2, 1), Point.gauge(7, T + 2, 1), Point.gauge(5, T + 3, 1));
    assertEquals(List.of(5L, -7L, 9L, -9L, 7L), ids());
  }

  @Test
  void duplicatesAndOlderPointsAreCountedAndIgnored() {
    fold(Point.gauge(1, T, 3), Point.gauge(1, T, 4), Point.gauge(1, T - 5, 4));
    assertEquals(1, table.duplicates());
    assertEquals(1, table.outOfOrder());
    assertEquals(3, known().last());
    assertEquals(1, known().values());
  }

  @Test
  void impossibleValuesAreCountedAndLeaveNoTrace() {
    fold(
        Point.gauge(1, T, Double.NaN),
        Point.gauge(1, T, 2),
        Point.gauge(1, T + 1, Double.POSITIVE_INFINITY),
        new Point(2, T + 1, T, Nature.DELTA, -1, 0));
    assertEquals(3, table.impossible());
    assertEquals(2, known().last());
    assertEquals(T, table.row(0).reader.atMs);
  }

  @Test
  void extremeValuesNeverPoisonABaseline() {
    double[] values = {1e30, -1e30, 0, Double.MIN_VALUE, 1e-300, 1e30};
    for (int i = 0; i < 600; i++) {
      fold(Point.gauge(1, T + i * 10_000L, values[i * 7 % values.length]));
    }
    assertTrue(Double.isFinite(known().expected()) && Double.isFinite(known().upper()));
  }

  @Test
  void seriesBeyondTheCapAreCountedNotDroppedSilently() {
    SeriesSettings few =
        new SeriesSettings(
            2, 1, 1, new GateSettings(1e-4, 3, 1e-2, 5), DetectorSettings.defaults());
    SeriesTable full = new SeriesTable(few);
    full.fold(
        new ListedPoints(List.of(Point.gauge(1, T, 1), Point.gauge(2, T, 1), Point.gauge(3, T, 1))),
        KEY,
        episodes::add);
    assertEquals(2, full.size());
    assertEquals(1, full.refused());
    full.expire(T + DAY_MS, DAY_MS, KEY, episodes::add);
    full.fold(new ListedPoints(List.of(Point.gauge(3, T + DAY_MS, 1))), KEY, episodes::add);
    assertEquals(1, full.size(), "there is room again");
  }

  @Test
  void aSeriesThatIsSilentForADayIsForgottenAndTheOthersStay() {
    fold(Point.gauge(1, T, 1), Point.gauge(2, T, 1), Point.gauge(1, T + 1, 1));
    table.expire(T + DAY_MS, DAY_MS, KEY, episodes::add);
    assertEquals(List.of(1L), ids());
  }

  @Test
  void theEpisodeOfASeriesThatVanishedEndsAfterAnHour() {
    for (int i = -1300; i < 200; i++) {
      fold(Point.gauge(1, T + i * 10_000L, i < 190 ? 10 + Math.floorMod(i, 3) : 90));
    }
    assertEquals(1, episodes.size());
    assertEquals("series 1@cart-1", episodes.get(0).subject());
    table.expire(T + 2_000_000, DAY_MS, KEY, episodes::add);
    assertEquals(1, episodes.size());
    table.expire(T + 2_000_000 + 3_600_000, DAY_MS, KEY, episodes::add);
    assertEquals(EpisodeStatus.CLOSED, episodes.get(1).status());
    assertEquals(1, table.size());
  }

  @Property(tries = 30)
  void howPointsAreDividedOverCallsDoesNotMatter(@ForAll long seed) {
    List<Point> points = story(seed);
    SeriesTable whole = new SeriesTable(SeriesSettings.defaults());
    List<Episode> expected = new ArrayList<>();
    whole.fold(new ListedPoints(points), KEY, expected::add);
    SeriesTable parts = new SeriesTable(SeriesSettings.defaults());
    List<Episode> found = new ArrayList<>();
    Random cuts = new Random(seed);
    for (int from = 0; from < points.size(); ) {
      int to = Math.min(points.size(), from + 1 + cuts.nextInt(40));
      parts.fold(new ListedPoints(points.subList(from, to)), KEY, found::add);
      from = to;
    }
    assertTrue(expected.size() > 1);
    assertEquals(expected, found);
    assertEquals(whole.duplicates(), parts.duplicates());
  }

  private static List<Point> story(long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < 1700; i++) {
      long at = T + i * 10_000L;
      double level = i > 1500 && i % 200 > 150 ? 300 : 100;
      points.add(Point.gauge(1, at, level + 5 * random.nextGaussian()));
      if (random.nextInt(20) == 0) {
        points.add(Point.gauge(1, at, 1e9));
      }
      sum = random.nextInt(100) == 0 ? 0 : sum + level * random.nextDouble();
      points.add(new Point(2, at, T, Nature.COUNTER, sum, 0));
    }
    return points;
  }
}
