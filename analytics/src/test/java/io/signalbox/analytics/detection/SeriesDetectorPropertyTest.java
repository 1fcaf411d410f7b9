// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeriesDetectorPropertyTest {
  private static final DetectorSettings SETTINGS = new DetectorSettings(100, 0, 0, 8);

  /** What a detector says about a series, as bits. */
  private static List<Long> verdicts(double[] values, double unit, int until) {
    return verdicts(new byte[SeriesDetector.BYTES], values, unit, 0, until);
  }

  private static List<Long> verdicts(
      byte[] block, double[] values, double unit, int from, int until) {
    SeriesDetector detector = new SeriesDetector(SETTINGS);
    Judged out = new Judged();
    List<Long> said = new ArrayList<>();
    for (int i = from; i < until; i++) {
      detector.step(block, 0, 1_000_000_000L + i * 1_234_567L, values[i] * unit, out);
      said.add(Double.doubleToLongBits(out.score()));
      said.add(Double.doubleToLongBits(out.pValue()));
      said.add(Double.doubleToLongBits(out.expected / unit));
      said.add((long) out.reason.ordinal());
      said.add(out.alarm ? 1L : 0L);
    }
    return said;
  }

  @Property(tries = 200)
  void aPowerOfTwoAsUnitChangesNoBit(
      @ForAll("series") double[] values, @ForAll @IntRange(min = -300, max = 300) int power) {
    double unit = Math.scalb(1.0, power);
    assertEquals(verdicts(values, 1, values.length), verdicts(values, unit, values.length));
  }

  @Property(tries = 200)
  void aRestoredSeriesGoesOnBitForBit(
      @ForAll("series") double[] values, @ForAll @IntRange(max = 399) int cut) {
    int at = Math.min(cut, values.length);
    byte[] block = new byte[SeriesDetector.BYTES];
    verdicts(block, values, 1, 0, at);
    byte[] restored = block.clone();
    assertEquals(
        verdicts(block, values, 1, at, values.length),
        verdicts(restored, values, 1, at, values.length));
    assertArrayEquals(block, restored);
  }

  @Property(tries = 200)
  void theFutureDoesNotMatter(
      @ForAll("series") double[] values, @ForAll @IntRange(max = 399) int cut) {
    int at = Math.min(cut, values.length);
    List<Long> whole = verdicts(values, 1, values.length);
    assertEquals(verdicts(values, 1, at), whole.subList(0, 5 * at));
  }

  @Property(tries = 50)
  void neighboursInABlockDoNotMatter(@ForAll("series") double[] values) {
    byte[] block = new byte[3 * SeriesDetector.BYTES];
    Arrays.fill(block, (byte) 0x55);
    Arrays.fill(block, SeriesDetector.BYTES, 2 * SeriesDetector.BYTES, (byte) 0);
    SeriesDetector detector = new SeriesDetector(SETTINGS);
    for (int i = 0; i < values.length; i++) {
      detector.step(block, SeriesDetector.BYTES, 1 + i * 60_000L, values[i], new Judged());
    }
    for (int i = 0; i < SeriesDetector.BYTES; i++) {
      assertEquals(0x55, block[i]);
      assertEquals(0x55, block[2 * SeriesDetector.BYTES + i]);
    }
  }

  @Provide
  Arbitrary<double[]> series() {
    Arbitrary<Double> value =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(10, Arbitraries.doubles().between(90, 110)),
            net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 5).map(i -> (double) i)),
            net.jqwik.api.Tuple.of(1, Arbitraries.doubles().between(-1e6, 1e6)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, Double.NaN, Double.POSITIVE_INFINITY)));
    return value.array(double[].class).ofMinSize(1).ofMaxSize(400);
  }
}
