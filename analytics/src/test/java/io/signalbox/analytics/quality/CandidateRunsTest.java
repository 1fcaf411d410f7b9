// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The arrays against what they stand for: runs that each count for themselves. */
class CandidateRunsTest {
  @Property(tries = 150)
  void sharedCountsAreThoseOfRunsThatCountForThemselves(
      @ForAll long seed, @ForAll @DoubleRange(max = 1) double usual, @ForAll boolean ofFamily) {
    EvidenceRule rule =
        ofFamily ? new FamilyRule(new Discoveries(), 100, .05) : DriftSettings.DEFAULT;
    SplittableRandom random = new SplittableRandom(seed);
    RateDetector detector = new RateDetector(rule);
    PlainRuns plain = new PlainRuns(rule, Tally.NONE);
    double rate = usual;
    int starts = 0;
    for (int i = 0; i < 3_000; i++) {
      if (random.nextInt(300) == 0) {
        rate = random.nextBoolean() ? usual : random.nextDouble();
      }
      if (random.nextInt(50) == 0) {
        detector = RateDetector.of(rule, detector.memory());
      }
      boolean hit = random.nextDouble() < rate;
      RateShift expected = plain.add(hit, i, starts);
      assertEquals(expected, detector.add(hit, i));
      if (expected != null) {
        starts++;
        plain = new PlainRuns(rule, Tally.NONE);
      }
      assertEquals(plain.memory(), detector.memory().runs());
    }
  }

  @Property
  void noEvidenceExceedsItsBound(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Tally before = tally(random);
    Tally after = tally(random);
    if (before.rate() != after.rate()) {
      assertTrue(after.evidenceAgainst(before) <= after.mostEvidenceAgainst(before));
    }
  }

  private static Tally tally(SplittableRandom random) {
    long events = 1 + random.nextLong(1L << random.nextInt(1, 30));
    return new Tally(events, random.nextLong(random.nextBoolean() ? events + 1 : 2));
  }

  @Property(tries = 100)
  void channelsOfANumberAreRatesThatCountForThemselves(
      @ForAll long seed, @ForAll @IntRange(max = 3) int digits) {
    EvidenceRule shared = DriftSettings.DEFAULT.sharedBy(5);
    SplittableRandom random = new SplittableRandom(seed);
    ValueDetector detector = new ValueDetector(DriftSettings.DEFAULT);
    List<PlainRuns> plain = plain(shared);
    List<Double> first = new ArrayList<>();
    double middle = 0;
    int starts = 0;
    for (int i = 0; i < 3_000; i++) {
      middle = random.nextInt(300) == 0 ? random.nextDouble() * 2 : middle;
      if (random.nextInt(50) == 0) {
        detector = ValueDetector.of(DriftSettings.DEFAULT, detector.memory());
      }
      double scale = Math.pow(10, digits);
      double value = Math.rint((middle + random.nextDouble()) * scale) / scale;
      double[] edges = detector.edges();
      ValueShift found = detector.add(value, i);
      if (edges.length == 0) {
        first.add(value);
        for (int j = 0; j < first.size() && detector.edges().length > 0; j++) {
          most(plain, detector.edges(), first.get(j), i, starts);
        }
        if (first.size() == ValueDetector.FIRST && detector.edges().length == 0) {
          starts++; // they changed among themselves
          first.clear();
        }
      } else {
        ValueShift expected = most(plain, edges, value, i, starts);
        assertEquals(expected, found);
        if (expected != null) {
          starts++;
          first.clear();
          plain = plain(shared);
        } else {
          assertEquals(
              plain.stream().map(PlainRuns::memory).toList(),
              detector.memory().below().stream().map(RateMemory::runs).toList());
        }
      }
    }
  }

  @Example
  void valuesThatChangeAmongTheFirstBeginAnew() {
    channelsOfANumberAreRatesThatCountForThemselves(8, 0);
  }

  private static List<PlainRuns> plain(EvidenceRule rule) {
    return IntStream.range(0, 5).mapToObj(edge -> new PlainRuns(rule, Tally.NONE)).toList();
  }

  private static @Nullable ValueShift most(
      List<PlainRuns> plain, double[] edges, double value, long atMs, int starts) {
    ValueShift most = null;
    for (int edge = 0; edge < edges.length; edge++) {
      boolean below = ValueDetector.isBelow(value, edges, edge);
      RateShift shift = plain.get(edge).add(below, atMs, starts);
      if (shift != null && (most == null || shift.nats() > most.below().nats())) {
        most = new ValueShift(edges[edge], shift);
      }
    }
    return most;
  }

  @Test
  void countsMayOutgrowFourBytes() {
    long events = Integer.MAX_VALUE - 500L;
    Tally before = new Tally(events, events / 10);
    SplittableRandom random = new SplittableRandom(1);
    PlainRuns plain = new PlainRuns(DriftSettings.DEFAULT, before);
    RateDetector detector =
        RateDetector.of(DriftSettings.DEFAULT, new RateMemory(before, 0, plain.memory()));
    for (int i = 0; i < 3_000; i++) {
      boolean hit = random.nextDouble() < (i < 1_500 ? .1 : .11);
      assertEquals(plain.add(hit, i, 0), detector.add(hit, i));
      assertEquals(plain.memory(), detector.memory().runs());
    }
    assertTrue(detector.seen().events() > Integer.MAX_VALUE);
  }
}
