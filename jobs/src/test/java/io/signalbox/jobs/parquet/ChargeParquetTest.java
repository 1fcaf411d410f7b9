// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.signalbox.schemas.finops.FocusColumn;
import io.signalbox.schemas.finops.FocusRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChargeParquetTest {
  @TempDir Path folder;

  @Test
  void amountsAreReadBackToTheLastDigit() throws IOException {
    String[] amounts = {"0.000000000000000000000001", "-12345678901234.5", "0", "144.40022"};
    Path file = folder.resolve("a/b.parquet");
    try (ChargeParquet out = ChargeParquet.create(file)) {
      for (String amount : amounts) {
        out.write(
            new FocusRow()
                .with(FocusColumn.BILLED_COST, new BigDecimal(amount))
                .with(FocusColumn.CHARGE_PERIOD_START, 1_700_000_000_000L)
                .with(FocusColumn.SKU_ID, "sku"));
      }
    }
    List<FocusRow> rows = new ArrayList<>();
    ReadCharges.of(file, rows::add);
    for (int i = 0; i < amounts.length; i++) {
      FocusRow row = rows.get(i);
      BigDecimal amount = (BigDecimal) Objects.requireNonNull(row.get(FocusColumn.BILLED_COST));
      assertEquals(0, amount.compareTo(new BigDecimal(amounts[i])), amounts[i]);
      assertEquals(1_700_000_000_000L, row.get(FocusColumn.CHARGE_PERIOD_START));
      assertEquals("sku", row.get(FocusColumn.SKU_ID));
      assertNull(row.get(FocusColumn.TAGS));
    }
    assertEquals(amounts.length, rows.size());
  }

  @Test
  void filesOfManyCheckpointsBecomeOneWithAllRowsInTheirOrder() throws Exception {
    List<org.apache.flink.core.fs.Path> files = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      Path file = folder.resolve("part-" + part + ".parquet");
      try (ChargeParquet out = ChargeParquet.create(file)) {
        for (int row = 0; row < 1000; row++) {
          out.write(
              new FocusRow()
                  .with(FocusColumn.BILLED_COST, new BigDecimal(part * 1000 + row))
                  .with(FocusColumn.X_RESPONSE_ID, "r" + part + "-" + row));
        }
      }
      files.add(new org.apache.flink.core.fs.Path(file.toUri()));
    }
    Path whole = folder.resolve("whole.parquet");
    try (OutputStream out = Files.newOutputStream(whole)) {
      new GatherFiles().doCompact(files, out);
    }
    int[] next = {0};
    ReadCharges.of(
        whole,
        row -> {
          String expected = "r" + next[0] / 1000 + "-" + next[0] % 1000;
          assertEquals(expected, row.get(FocusColumn.X_RESPONSE_ID));
          BigDecimal amount = (BigDecimal) Objects.requireNonNull(row.get(FocusColumn.BILLED_COST));
          assertEquals(next[0]++, amount.intValueExact());
        });
    assertEquals(3000, next[0]);
  }
}
