// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCsvTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp,value\n2020-01-01,1\n2020-01-02,2\n",
        "timestamp,value\r\n2020-01-01,1\r\n2020-01-02,2",
        "timestamp,value\r2020-01-01,1\r2020-01-02,2\r",
        "\u00ef\u00bb\u00bfTimeStamp,Value,Label\n2020-01-01,1,0\n\n2020-01-02,2,1\n\n",
        "\"TimeStamp\",\"Value\"\n\"2020-01-01\",\"1\"\n\"2020-01-02\",\"2\"\n",
        "note,Value,x,TimeStamp\n\"a, \"\"b\"\"\nc\",1,,2020-01-01\n,2,,2020-01-02\n",
        "timestamp , value\n2020-01-01 , 1\n 2020-01-02,+2.0e0\n"
      })
  void aSeriesIsReadWhateverTheLayout(String text) throws IOException {
    List<CsvRow> rows = read(file("a.csv", text.getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(2, rows.size());
    assertEquals(1_577_836_800_000L, rows.get(0).atMs);
    assertEquals(1, rows.get(0).value);
    assertEquals(1_577_923_200_000L, rows.get(1).atMs);
    assertEquals(2, rows.get(1).value);
  }

  @Test
  void compressedFilesAreReadWhateverTheirName() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("timestamp,value\n1,5\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(5, read(file("a.csv.gz", packed.toByteArray())).get(0).value);
    assertEquals(5, read(file("b.csv", packed.toByteArray())).get(0).value);
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
    Path damaged = file("c.csv.gz", half);
    assertThrows(IOException.class, () -> read(damaged));
  }

  @Test
  void aRowThatCannotBeReadIsARowAndSaysWhy() throws IOException {
    List<CsvRow> rows =
        read(
            text("timestamp,value\n1,\n2,abc\n,3\nsoon,4\n5\n6,NaN\n7,1e999\n8,5d\n9,0x1p3\n10,7"));
    assertEquals(10, rows.size());
    List<String> faults = rows.stream().map(row -> row.fault).toList();
    assertEquals("no value", faults.get(0));
    assertEquals("unreadable value \"abc\"", faults.get(1));
    assertEquals("no timestamp", faults.get(2));
    assertEquals("unreadable time \"soon\"", faults.get(3));
    assertEquals("no value", faults.get(4));
    assertTrue(rows.subList(0, 9).stream().noneMatch(CsvRow::isReadable));
    assertTrue(rows.get(9).isReadable());
  }

  @Test
  void aStrayQuoteCostsOneRowNotTheRest() throws IOException {
    List<CsvRow> rows =
        read(text("timestamp,value,note\n1,\"5,a\n2,6,\n3,\"7,b\n4,8,\"two\nlines\"\n5,9,c\n"));
    assertEquals(List.of("\"5", "6", "\"7", "8", "9"), rows.stream().map(r -> r.text).toList());
    assertEquals(List.of(2L, 3L, 4L, 5L, 7L), rows.stream().map(r -> r.line).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "1,2\n3,4\n", "timestamp;value\n1;2\n", "time,value\n1,2\n"})
  void aFileWithoutUsableHeaderSaysSo(String text) throws IOException {
    try (SeriesCsv csv = SeriesCsv.open(text(text))) {
      assertNotNull(csv.fault());
    }
  }

  @Test
  void timeAndValueAreCopiedAsTheyStand() throws IOException {
    List<CsvRow> rows =
        read(
            text("timestamp,value\n\"2020-01-01T00:00:00,5\", 01.50\n2020-01-01 \u00e9,\"1,5\"\n"));
    assertEquals("\"2020-01-01T00:00:00,5\", 01.50", rows.get(0).verbatim());
    assertEquals("2020-01-01 \u00e9,\"1,5\"", rows.get(1).verbatim());
  }

  @Property(tries = 200)
  void noBytesBreakTheReader(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
    Path file = Files.createTempFile("series", ".csv");
    try {
      byte[] header = "timestamp,value,\"n\n".getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(header, header.length + bytes.length);
      System.arraycopy(bytes, 0, all, header.length, bytes.length);
      Files.write(file, all);
      long separators = 1;
      for (byte b : bytes) {
        separators += b == '\n' || b == '\r' ? 1 : 0;
      }
      assertTrue(read(file).size() <= separators);
    } finally {
      Files.delete(file);
    }
  }

  private Path text(String text) throws IOException {
    return file("text.csv", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static List<CsvRow> read(Path file) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (SeriesCsv csv = SeriesCsv.open(file)) {
      for (CsvRow row = new CsvRow(); csv.next(row); row = new CsvRow()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
