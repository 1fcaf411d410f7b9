// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class CsvRecordsTest {
  @Example
  void aMarkOfByteOrderAndEmptyLinesArePassedOver() throws IOException {
    Path file = Files.createTempFile("records", ".csv");
    Files.writeString(file, "\ufeffa,b\r\n\r\n1,\n");
    try (CsvRecords in = CsvRecords.open(file)) {
      assertEquals(List.of("a", "b"), in.next());
      assertEquals(List.of("1", ""), in.next());
      assertEquals(3, in.line());
      assertNull(in.next());
    }
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll @Size(min = 2, max = 4)
          List<@CharRange(from = ' ', to = '0') @StringLength(max = 6) String> fields)
      throws IOException {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      CsvRecords.write(fields.get(i), i == 0 ? out : out.append(','));
    }
    Path file = Files.createTempFile("records", ".csv");
    Files.writeString(file, out.append('\n'));
    try (CsvRecords in = CsvRecords.open(file)) {
      assertEquals(fields, in.next());
    }
    Files.delete(file);
  }
}
