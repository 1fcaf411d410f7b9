// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFolderTest {
  private static final String HEADER =
      "timestamp,value,anomaly_score,alarm,expected,lower,upper,p_value,reason";

  @TempDir private Path folder;
  private final List<String> faults = new ArrayList<>();
  private Path in;
  private Path out;

  @BeforeEach
  void makesFolders() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    out = folder.resolve("out");
  }

  @Test
  void everyRowHasItsRowInOrderAndVerbatim() throws Exception {
    write(
        "a/b.csv",
        "\u00ef\u00bb\u00bflabel,Value,TimeStamp\r\n1, 5.0,2020-01-01 00:00:00\r\n"
            + "0,,\"2020-01-01T00:01:00Z\"\r\n0,x,2020-01-01T00:02:00+00:00\r\n0,7,oops\r\n0,6,1577836980");
    ScoreTotals totals = run();
    List<String> rows = Files.readAllLines(out.resolve("a/b.csv"), StandardCharsets.ISO_8859_1);
    assertEquals(HEADER, rows.get(0));
    assertEquals(6, rows.size());
    assertTrue(rows.get(1).startsWith("2020-01-01 00:00:00, 5.0,0.0,0,"), rows.get(1));
    assertEquals("2020-01-01T00:01:00Z,,0.0,0,,,,1.0,unreadable", rows.get(2));
    assertEquals("2020-01-01T00:02:00+00:00,x,0.0,0,,,,1.0,unreadable", rows.get(3));
    assertEquals("oops,7,0.0,0,,,,1.0,unreadable", rows.get(4));
    assertTrue(rows.get(5).startsWith("1577836980,6,"), rows.get(5));
    assertEquals(3, totals.count(Irregularity.UNREADABLE));
    assertEquals("a/b.csv:3: no value", faults.get(0));
  }

  @Test
  void whatIsWrongWithTimesIsNamedAndCounted() throws Exception {
    write(
        "t.csv",
        "timestamp,value\n0,1\n60,1\n120,1\n120,2\n180,1\n240,1\n60,3\n120,1\n180,1\n999,1\n");
    ScoreTotals totals = run();
    assertEquals(10, totals.rows());
    assertEquals(1, totals.count(Irregularity.REPEATED));
    assertEquals(1, totals.count(Irregularity.BACKWARD));
    assertEquals(1, totals.count(Irregularity.GAP));
    assertEquals(
        List.of(
            "t.csv:5: timestamp 120 is repeated",
            "t.csv:8: timestamp 60 is 180 s before the row above",
            "t.csv:11: gap of 819 s, the usual step is 60 s"),
        faults);
  }

  @Test
  void namesAreFewHoweverMuchIsWrong() throws Exception {
    write("bad.csv", "timestamp,value\n" + "1,-\n".repeat(10_000));
    ScoreTotals totals = run();
    assertEquals(10_000, totals.count(Irregularity.UNREADABLE));
    assertEquals(4, faults.size());
    assertEquals("bad.csv: 9997 more unreadable rows not shown", faults.get(3));
  }

  @Test
  void filesWithoutSeriesAreNamedAndPassedOver() throws Exception {
    write("empty.csv", "");
    write("other.csv", "time;value\n1;2\n");
    write("notes.txt", "timestamp,value\n1,2\n");
    write("good.csv", "timestamp,value\n1,2\n");
    write("header.csv", "timestamp,value\n");
    ScoreTotals totals = run();
    assertEquals(2, totals.files());
    assertEquals(2, totals.count(Irregularity.SKIPPED));
    assertEquals("empty.csv:1: empty file: passed over", faults.get(0));
    assertFalse(Files.exists(out.resolve("empty.csv")));
    assertEquals(List.of(HEADER), Files.readAllLines(out.resolve("header.csv")));
  }

  @Test
  void compressedFilesLoseTheirEndingAndDamagedOnesTheirRest() throws Exception {
    String text = "timestamp,value\n" + row(0, 40_000);
    byte[] packed = packed(text);
    Files.write(in.resolve("whole.csv.gz"), packed);
    Files.write(in.resolve("half.csv.gz"), Arrays.copyOf(packed, packed.length / 2));
    write("whole.csv", "timestamp,value\n1,2\n");
    ScoreTotals totals = run();
    assertEquals(2, Files.readAllLines(out.resolve("whole.csv")).size());
    assertEquals(1, totals.count(Irregularity.SKIPPED));
    assertEquals(1, totals.count(Irregularity.DAMAGED));
    long rows = Files.readAllLines(out.resolve("half.csv")).size();
    assertTrue(rows > 1_000 && rows < 40_000, "rows: " + rows);
  }

  @Test
  void theOutputInsideTheInputIsNotReadAgain() throws Exception {
    out = in.resolve("scored");
    write("a.csv", "timestamp,value\n1,2\n");
    assertEquals(1, run().files());
    assertEquals(1, run().files());
    assertFalse(Files.exists(out.resolve("scored")));
  }

  @Test
  void noRowDependsOnWhatFollowsIt() throws Exception {
    String rows = row(7, 3_000);
    String wild = row(8, 500).replace(",", ",9");
    write("long.csv", "timestamp,value\n" + rows + wild);
    write("short.csv", "timestamp,value\n" + rows);
    run();
    List<String> whole = Files.readAllLines(out.resolve("long.csv"));
    assertEquals(Files.readAllLines(out.resolve("short.csv")), whole.subList(0, 3_001));
  }

  @Test
  void filesAreScoredAlikeWhateverStandsBesideThem() throws Exception {
    write("a.csv", "timestamp,value\n" + row(1, 2_000));
    run();
    byte[] alone = Files.readAllBytes(out.resolve("a.csv"));
    for (int i = 0; i < 8; i++) {
      write("b" + i + ".csv", "timestamp,value\n" + row(i, 2_000));
    }
    run();
    assertEquals(-1, Arrays.mismatch(alone, Files.readAllBytes(out.resolve("a.csv"))));
    assertEquals(Files.readString(out.resolve("a.csv")), Files.readString(out.resolve("b1.csv")));
  }

  @Test
  void labelsAreNeverRead() throws Exception {
    String plain = row(3, 1_000);
    write("a.csv", "timestamp,value\n" + plain);
    write("b.csv", "timestamp,value,label\n" + plain.replace("\n", ",1\n"));
    run();
    assertEquals(Files.readString(out.resolve("a.csv")), Files.readString(out.resolve("b.csv")));
  }

  private ScoreTotals run() throws IOException, InterruptedException {
    faults.clear();
    return ScoreFolder.run(in, out, OwnDetector.of(1), 2, faults::add);
  }

  private void write(String name, String text) throws IOException {
    Path file = in.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String row(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      double value = random.nextInt(200) == 0 ? 40 : random.nextDouble();
      rows.append(Instant.ofEpochSecond(1_600_000_000L + 60L * i)).append(',').append(value);
      rows.append('\n');
    }
    return rows.toString();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
