// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeSeriesTest {
  private static final List<MadeSeries> ALL = MadeSeries.all();

  @Test
  void theyAreTheSameEveryTimeAndEachIsAnother() {
    List<MadeSeries> again = MadeSeries.all();
    for (int i = 0; i < ALL.size(); i++) {
      assertArrayEquals(ALL.get(i).series().values(), again.get(i).series().values());
      assertArrayEquals(ALL.get(i).series().atMs(), again.get(i).series().atMs());
    }
    assertEquals(
        ALL.size(),
        ALL.stream().map(one -> one.series().name()).collect(Collectors.toSet()).size());
  }

  @Test
  void onlyFaultyOnesAreLabelledAndEveryLabelSaysSomething() {
    for (MadeSeries one : ALL) {
      List<Segment> segments = one.series().segments();
      assertEquals(one.series().name().endsWith("-faulty"), !segments.isEmpty());
      for (Segment segment : segments) {
        assertTrue(segment.first() <= segment.last() && one.isClear(segment.first()));
        assertFalse(one.isClear(segment.last() + 1), "the way back is no news");
      }
    }
  }

  @Test
  void timeOnlyRisesAndAllValuesAreNumbers() {
    for (MadeSeries one : ALL) {
      LabelledSeries series = one.series();
      assertTrue(Arrays.stream(series.values()).allMatch(Double::isFinite), series.name());
      for (int i = 1; i < series.size(); i++) {
        assertTrue(series.atMs()[i] > series.atMs()[i - 1]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(InjectedFault.class)
  void aFaultChangesOnlyWhereItSaysOrJustBefore(InjectedFault fault) {
    double[] clean = CleanShape.NOISE.values(new Random(7), 1_000, 1);
    double[] faulty = clean.clone();
    Segment found = fault.into(faulty, 500, 1, new Random(8));
    int begin = 500;
    assertTrue(found.first() >= begin && found.first() <= begin + InjectedFault.UNKNOWABLE);
    for (int i = 0; i < clean.length; i++) {
      boolean outside = i < begin || i > found.last();
      assertTrue(!outside || clean[i] == faulty[i], "row " + i);
    }
    assertTrue(clean[found.last()] != faulty[found.last()]);
  }
}
