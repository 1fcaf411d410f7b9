// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.schemas.detection.ListedPoints.Point;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesTableCodecTest {
  private static final SeriesSettings SETTINGS = SeriesSettings.defaults();
  private static final SeriesJudge JUDGE = new SeriesJudge(SETTINGS);
  private static final ShardKey KEY = new ShardKey("prod", "cart", "");

  private static byte[] golden() throws IOException {
    return Golden.expect("series-table-v3", SeriesTableCodec.encode(FilledTable.of(5, 42)));
  }

  private static byte[] goldenOfOne() {
    try (InputStream in =
        SeriesTableCodecTest.class.getResourceAsStream("/golden/series-table-1.bin")) {
      return assertNotNullAnd(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theBytesOfVersionThreeNeverChange() throws IOException {
    byte[] golden = golden();
    assertArrayEquals(golden, SeriesTableCodec.encode(SeriesTableCodec.decode(golden, JUDGE)));
  }

  /** Detectors ended after 496 bytes; what came behind begins with zeros. */
  @Test
  void theBytesOfVersionTwoAreReadForever() throws IOException {
    SeriesTable expected = FilledTable.of(5, 42);
    for (int i = 0; i < 5; i++) {
      Series wanted = expected.row(i);
      byte[] detector = wanted.detector;
      Series read = SeriesTableCodec.decode(Golden.read("series-table-v2"), JUDGE).row(i);
      assertEquals(wanted.label(), read.label());
      assertEquals(wanted.id, read.id);
      assertArrayEquals(Arrays.copyOf(detector, 496), Arrays.copyOf(read.detector, 496));
      assertArrayEquals(
          new byte[detector.length - 496], Arrays.copyOfRange(read.detector, 496, detector.length));
    }
    SeriesTable read = SeriesTableCodec.decode(Golden.read("series-table-v2"), JUDGE);
    assertEquals(expected.impossible(), read.impossible());
    byte[] again = SeriesTableCodec.encode(read);
    assertArrayEquals(again, SeriesTableCodec.encode(SeriesTableCodec.decode(again, JUDGE)));
  }

  @Test
  void theBytesOfVersionOneAreReadForever() throws IllegalAccessException {
    SeriesTable read = SeriesTableCodec.decode(goldenOfOne(), JUDGE);
    SeriesTable expected = FilledTable.of(5, 42);
    assertEquals(expected.impossible(), read.impossible());
    assertEquals(5, read.size());
    for (int i = 0; i < 5; i++) {
      assertEquals(expected.row(i).label(), read.row(i).label());
      assertEquals(expected.row(i).id, read.row(i).id);
      assertSameFields(expected.row(i).reader, read.row(i).reader);
      assertSameFields(expected.row(i).gate, read.row(i).gate);
    }
  }

  /** Compares by reflection, so that a new field that the codec forgets is found. */
  private static void assertSameFields(Object expected, Object actual)
      throws IllegalAccessException {
    for (Field field : expected.getClass().getFields()) {
      Object value = field.get(expected);
      if (Modifier.isStatic(field.getModifiers()) || value == null) {
        continue;
      }
      Object found = field.get(actual);
      if (value instanceof float[] floats) {
        assertArrayEquals(floats, (float[]) found, field.getName());
      } else if (value instanceof Number) {
        assertEquals(value, found, field.getName());
      } else {
        assertSameFields(value, assertNotNullAnd(found));
      }
    }
  }

  private static <T> T assertNotNullAnd(@Nullable T value) {
    assertNotNull(value);
    return value;
  }

  @Property(tries = 100)
  void whatIsReadIsWrittenAgainByteForByte(
      @ForAll @IntRange(max = 300) int series, @ForAll long seed) {
    byte[] block = SeriesTableCodec.encode(FilledTable.of(series, seed));
    assertArrayEquals(block, SeriesTableCodec.encode(SeriesTableCodec.decode(block, JUDGE)));
  }

  @Property(tries = 30)
  void aTableThatIsStoredAndRestoredAtAnyPointJudgesBitForBitTheSame(@ForAll long seed) {
    List<Point> points = story(seed);
    SeriesTable steady = new SeriesTable(SETTINGS);
    List<Episode> expected = new ArrayList<>();
    steady.fold(new ListedPoints(points), KEY, expected::add);
    SeriesTable restored = new SeriesTable(SETTINGS);
    List<Episode> found = new ArrayList<>();
    Random cuts = new Random(seed);
    for (int from = 0; from < points.size(); ) {
      int to = Math.min(points.size(), from + 1 + cuts.nextInt(60));
      restored.fold(new ListedPoints(points.subList(from, to)), KEY, found::add);
      restored = SeriesTableCodec.decode(SeriesTableCodec.encode(restored), JUDGE);
      from = to;
    }
    assertTrue(expected.size() > 1);
    assertEquals(expected, found);
    assertArrayEquals(SeriesTableCodec.encode(steady), SeriesTableCodec.encode(restored));
  }

  private static List<Point> story(long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < 500; i++) {
      long at = 1_700_000_000_000L + i * 600_000L;
      double level = i % 200 > 150 ? 300 : 100;
      double gauge = level + 5 * random.nextGaussian();
      points.add(new Point(1, at, 0, Nature.GAUGE, gauge, 0, "gauge{a=b}"));
      sum = random.nextInt(100) == 0 ? 0 : sum + level * random.nextDouble();
      points.add(new Point(2, at, 1, Nature.COUNTER, sum, 0, "counter{a=b}"));
      if (random.nextInt(50) == 0) {
        points.add(new Point(3 + random.nextInt(9), at, 1, Nature.GAUGE, 1, 0, "rare"));
      }
    }
    points.sort(Point.FOLDING_ORDER);
    return points;
  }

  @Test
  void aSeriesTakesLessThanAKilobyteWithItsLabel() throws IOException {
    SeriesTable table = SeriesTableCodec.decode(golden(), JUDGE);
    String label = "system.network.io{device=eth0,direction=receive,host=web-01}";
    table.fold(
        new ListedPoints(List.of(new Point(7, 1L << 40, 0, Nature.GAUGE, 1, 0, label))),
        KEY,
        episode -> {});
    assertTrue(SeriesTableCodec.encode(table).length - golden().length < 1024);
  }

  @Test
  void otherVersionsAndCutBlocksAreRefusedByThatName() throws IOException {
    byte[] newer = golden();
    newer[0] = 4;
    assertEquals(
        "series table of version 4; this build reads up to 3",
        assertThrows(IllegalArgumentException.class, () -> SeriesTableCodec.decode(newer, JUDGE))
            .getMessage());
    for (int length : new int[] {0, 1, 47, 48, 500}) {
      byte[] cut = Arrays.copyOf(golden(), length);
      assertThrows(IllegalArgumentException.class, () -> SeriesTableCodec.decode(cut, JUDGE));
      byte[] old = Arrays.copyOf(goldenOfOne(), length);
      assertThrows(IllegalArgumentException.class, () -> SeriesTableCodec.decode(old, JUDGE));
      byte[] second = Arrays.copyOf(Golden.read("series-table-v2"), length);
      assertThrows(IllegalArgumentException.class, () -> SeriesTableCodec.decode(second, JUDGE));
    }
  }
}
