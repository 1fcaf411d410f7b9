// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeriesEpisodesTest {
  private static long foundWithinFive(int warm, LongFunction<OneSeries> story) {
    return LongStream.range(0, 100)
        .map(seed -> story.apply(seed).delayAfter(warm))
        .filter(delay -> delay > 0 && delay <= 5)
        .count();
  }

  @Test
  void aLevelThatDoublesByEightSigmaIsFoundWithinFivePoints() {
    assertTrue(
        98
            <= foundWithinFive(
                2000, s -> new OneSeries(s).noise(2000, 100, 12.5).noise(40, 200, 12.5)));
  }

  @Test
  void aYoungSeriesThatClimbsFarIsFoundWithinAMinute() {
    long found =
        LongStream.range(0, 100)
            .mapToObj(
                seed ->
                    new OneSeries(seed)
                        .noise(150, 14, 1.3)
                        .noise(1, 20, 1.5)
                        .noise(1, 28, 1.5)
                        .noise(5, 36, 1.5))
            .filter(series -> !series.opened().isEmpty())
            .count();
    assertTrue(found >= 98, found + " of 100");
  }

  @Test
  void aSpikeOfThreePointsIsFound() {
    assertTrue(
        98
            <= foundWithinFive(
                2000,
                s ->
                    new OneSeries(s)
                        .noise(2000, 100, 12.5)
                        .noise(3, 300, 12.5)
                        .noise(40, 100, 12)));
  }

  @Test
  void aDropToZeroIsFound() {
    assertTrue(
        98 <= foundWithinFive(2000, s -> new OneSeries(s).noise(2000, 100, 10).noise(40, 0, 0)));
  }

  @Test
  void noiseAndWanderingAreNoEpisodes() {
    for (int seed = 0; seed < 50; seed++) {
      OneSeries noise = new OneSeries(seed).noise(2000, 5, 2);
      assertEquals(0, noise.opened().size(), "noise " + seed);
      double[] slow = {5};
      OneSeries sluggish = new OneSeries(seed);
      sluggish.feed(2000, i -> slow[0] = 5 + .9 * (slow[0] - 5) + sluggish.random.nextGaussian());
      assertEquals(0, sluggish.opened().size(), "sluggish " + seed);
      double[] x = {500};
      OneSeries walk = new OneSeries(seed);
      walk.feed(2000, i -> x[0] += walk.random.nextGaussian());
      assertEquals(0, walk.opened().size(), "walk " + seed);
    }
  }

  @Test
  void whatGrowsSteadilyDoesNotAlarm() {
    assertEquals(0, new OneSeries(1).feed(3000, i -> 1e9 + 1e6 * i).opened().size());
    assertEquals(0, new OneSeries(1).feed(3000, i -> Math.floor(i / 20.0)).opened().size());
  }

  @Test
  void aConstantThatChangesIsNewsButNoCatastrophe() {
    OneSeries series = new OneSeries(1).feed(500, i -> 0).feed(20, i -> 1);
    assertEquals(1, series.opened().size());
    assertTrue(series.opened().get(0).pValue() > 1e-7);
  }

  @Test
  void aSingleOutlierIsNoEpisodeAndDoesNotBlind() {
    OneSeries series = new OneSeries(1).noise(2000, 100, 5).feed(1, i -> 1e6).noise(20, 100, 5);
    assertEquals(0, series.opened().size());
    assertEquals(1, series.noise(10, 200, 5).opened().size());
  }

  @Test
  void valuesThatSwingToBothSidesAreNotALastingDeviation() {
    OneSeries series = new OneSeries(1).noise(400, 100, 2).feed(30, i -> i % 2 == 0 ? 0 : 200);
    assertEquals(0, series.opened().size());
  }

  @Test
  void noVerdictBeforeItHasSeenEnough() {
    assertEquals(0, new OneSeries(1).noise(20, 100, 1).noise(5, 1000, 1).opened().size());
  }

  @Test
  void aLastingShiftIsAcceptedAfterAnHourAndTheNextOneIsFoundAgain() {
    OneSeries series = new OneSeries(1).noise(2000, 100, 5).noise(600, 200, 5);
    assertEquals(1, series.opened().size());
    Episode last = series.episodes.get(series.episodes.size() - 1);
    assertEquals(EpisodeStatus.CLOSED, last.status());
    assertEquals(3_600_000, last.updatedAt().toEpochMilli() - last.startedAt().toEpochMilli());
    assertEquals(2, series.noise(20, 320, 5).opened().size());
  }

  @Test
  void whatComesEveryNightIsUsualFromTheThirdNightOn() {
    OneSeries series = new OneSeries(Direction.BOTH, 60_000, 1);
    series.feed(8 * 1440, i -> (i / 60 % 24 == 2 ? 500 : 100) + 8 * series.random.nextGaussian());
    long thirdNight = OneSeries.START_MS + 2 * 86_400_000L;
    assertTrue(series.opened().size() <= 2);
    assertTrue(
        series.opened().stream().allMatch(e -> e.startedAt().toEpochMilli() < thirdNight),
        series.opened()::toString);
  }

  @Test
  void onlyTheAskedDirectionCounts() {
    OneSeries up = new OneSeries(Direction.UP, 10_000, 1).noise(2000, 100, 5);
    assertEquals(0, up.noise(10, 10, 5).opened().size());
    OneSeries down = new OneSeries(Direction.DOWN, 10_000, 1).noise(2000, 100, 5);
    assertEquals(1, down.noise(10, 10, 5).opened().size());
  }

  @Property(tries = 40)
  void noVerdictDependsOnTheUnit(
      @ForAll long seed, @ForAll @IntRange(min = -60, max = 60) int exponent) {
    double factor = Math.scalb(1.0, exponent);
    OneSeries one = new OneSeries(seed);
    OneSeries other = new OneSeries(seed);
    one.noise(1500, 10, 3).noise(20, 70, 3);
    other.noise(1500, 10 * factor, 3 * factor).noise(20, 70 * factor, 3 * factor);
    assertNotEquals(0, one.episodes.size());
    assertEquals(
        one.episodes.stream().map(Episode::pValue).toList(),
        other.episodes.stream().map(Episode::pValue).toList());
  }
}
