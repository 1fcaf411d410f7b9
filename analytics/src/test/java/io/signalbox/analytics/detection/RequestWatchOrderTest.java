// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.SpanCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RequestWatchOrderTest {
  private static final int SECONDS = 240;

  @Property(tries = 15)
  void theCutAndOrderOfCellsDoNotMatter(@ForAll long seed, @ForAll long shuffle) {
    Random random = new Random(shuffle);
    Tape plain = new Tape().spans(0, SECONDS, s -> cells(seed, s));
    Tape other =
        new Tape()
            .spans(
                0,
                SECONDS,
                s -> {
                  List<SpanCell> cut = new ArrayList<>();
                  cells(seed, s).forEach(cell -> split(cell, random, cut));
                  Collections.shuffle(cut, random);
                  return cut;
                });
    assertFalse(plain.series.isEmpty());
    assertSame(plain, other);
  }

  @Property(tries = 15)
  void smallAndLargeStepsDoTheSame(@ForAll long seed, @ForAll long pauses) {
    Random random = new Random(pauses);
    Tape small = new Tape();
    Tape large = new Tape();
    int from = 0;
    for (int part = 0; part < 6; part++) {
      int to = from + 330;
      small.spans(from, to, s -> cells(seed, s));
      large.spans(from, to, s -> cells(seed, s));
      from = to + random.nextInt(part == 5 ? 100_000 : 1500);
      for (int second = to; second < from; second++) {
        small.advanceTo(second);
      }
      small.advanceTo(from);
      large.advanceTo(from);
    }
    assertSame(small, large);
  }

  @Property(tries = 15)
  void whatWakesItIsEnough(@ForAll long seed) {
    Tape each = new Tape().spans(0, SECONDS, s -> cells(seed, s));
    Tape woken = new Tape().spans(0, SECONDS, s -> cells(seed, s));
    each.advanceTo(100_000);
    while (woken.watch.nextWakeMs() <= Tape.T0 + 100_000_000L) {
      woken.advanceTo((int) ((woken.watch.nextWakeMs() - Tape.T0) / 1000));
    }
    assertSame(each, woken);
  }

  private static void assertSame(Tape expected, Tape actual) {
    assertEquals(expected.episodes, actual.episodes);
    assertEquals(expected.changes, actual.changes);
    assertEquals(expected.series, actual.series);
  }

  /** A version that fails, now and then; more names than are kept; kinds of all sorts. */
  private static List<SpanCell> cells(long seed, long second) {
    Random random = new Random(seed * 31 + second);
    List<SpanCell> cells = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      String operation = random.nextInt(3) == 0 ? "op" + random.nextInt(100) : "Charge";
      String version = random.nextInt(30) == 0 ? "v" + second : "v" + random.nextInt(3);
      long calls = 1L + random.nextInt(9);
      long errors = version.equals("v1") ? calls : random.nextInt(10) / 9;
      int bin = random.nextInt(DurationSketch.BINS - 1);
      cells.add(
          new SpanCell(
              operation,
              1 + random.nextInt(5),
              version,
              "z" + random.nextInt(3),
              calls,
              Math.min(calls, errors),
              new int[] {bin, bin + 1},
              new long[] {calls, 1}));
    }
    return cells;
  }

  private static void split(SpanCell cell, Random random, List<SpanCell> cut) {
    long calls = 1L + random.nextInt((int) cell.calls());
    long errors = Math.min(calls, cell.errors());
    long first = Math.min(calls, cell.counts()[0]);
    cut.add(part(cell, calls, errors, new int[] {cell.bins()[0]}, new long[] {first}));
    cut.add(
        part(
            cell,
            cell.calls() - calls,
            cell.errors() - errors,
            cell.bins(),
            new long[] {cell.counts()[0] - first, cell.counts()[1]}));
  }

  private static SpanCell part(SpanCell cell, long calls, long errors, int[] bins, long[] counts) {
    return new SpanCell(
        cell.operation(), cell.kind(), cell.version(), cell.zone(), calls, errors, bins, counts);
  }
}
