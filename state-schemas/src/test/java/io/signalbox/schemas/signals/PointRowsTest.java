// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Nature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointRowsTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final byte[] NOTHING = {};

  /** A point as it was given, to compare with what is read. */
  private record Given(
      long series, long atMs, long startMs, double value, long weight, String label) {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyPointIsReadWithItsOwnLabelWhateverItSharesWithOthers() {
    Random random = new Random(11);
    PointRowsWriter out = new PointRowsWriter();
    for (int round = 0; round < 200; round++) {
      out.clear();
      List<Given> given = new ArrayList<>();
      for (int i = random.nextInt(300); i >= 0; i--) {
        given.add(write(out, random));
      }
      PointRows rows = PointRows.of(List.of(out.payload()));
      List<Given> read = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        read.add(
            new Given(
                rows.series(i),
                rows.atMs(i),
                rows.startMs(i),
                rows.value(i),
                rows.weight(i),
                rows.label(i)));
      }
      assertEquals(given, read);
    }
  }

  private static Given write(PointRowsWriter out, Random random) {
    String name = "metric." + random.nextInt(3);
    int of = random.nextInt(100);
    String attributes = of == 0 ? "" : "{pod=" + of + "}";
    String suffix = random.nextInt(4) == 0 ? "#count" : "";
    Given point =
        new Given(
            random.nextLong(),
            T0,
            random.nextInt(2) * T0,
            random.nextGaussian(),
            random.nextInt(2) * 7L,
            name + attributes + suffix);
    byte[] bytes = utf8(name);
    out.name(bytes, 0, bytes.length);
    long collides = of % 5;
    out.attributes(collides, utf8(attributes), utf8(suffix));
    out.add(point.series, T0, point.startMs, Nature.GAUGE, point.value, point.weight);
    return point;
  }

  @Test
  void attributesThatComeAgainTakeNoMoreRoom() {
    int once = payload(4).length;
    assertEquals(PointRows.ROW, payload(5).length - once);
    assertEquals(100 * PointRows.ROW, payload(104).length - once);
  }

  private static byte[] payload(int points) {
    PointRowsWriter out = new PointRowsWriter();
    byte[] name = utf8("http.server.request.duration");
    for (int i = 0; i < points; i++) {
      out.name(name, 0, name.length);
      out.attributes(i % 4, utf8("{http.route=/orders/" + i % 4 + "}"), NOTHING);
      out.add(i, T0, 0, Nature.GAUGE, i, 0);
    }
    return out.payload();
  }

  @Test
  void aWriterThatWasUsedBeforeWritesTheSameAsANewOne() {
    PointRowsWriter used = new PointRowsWriter();
    write(used, new Random(1));
    used.payload();
    used.clear();
    write(used, new Random(2));
    PointRowsWriter fresh = new PointRowsWriter();
    write(fresh, new Random(2));
    assertArrayEquals(fresh.payload(), used.payload());
  }

  @Test
  void aLabelBeyondItsBoundIsCutAndThePointKept() {
    for (int ofName : new int[] {0, 100, 399, 400, 1000}) {
      PointRowsWriter out = new PointRowsWriter();
      byte[] name = utf8("x".repeat(ofName));
      out.name(name, 0, name.length);
      out.attributes(1, utf8("y".repeat(1000)), utf8("z"));
      out.add(1, T0, 0, Nature.GAUGE, 1.5, 0);
      PointRows rows = PointRows.of(List.of(out.payload()));
      int named = Math.min(400, ofName);
      assertEquals("x".repeat(named) + "y".repeat(400 - named), rows.label(0));
      assertEquals(1.5, rows.value(0));
    }
  }

  @Test
  void aBatchWithoutPointsIsEmpty() {
    assertTrue(PointRows.of(List.of(new PointRowsWriter().payload())).size() == 0);
  }
}
