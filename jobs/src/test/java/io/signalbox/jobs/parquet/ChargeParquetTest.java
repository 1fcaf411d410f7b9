// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.schemas.finops.FocusColumn;
import io.signalbox.schemas.finops.FocusRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
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
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    try (ParquetFileReader in = new ParquetFileReader(new LocalInputFile(file), options)) {
      MessageType schema = in.getFileMetaData().getSchema();
      PageReadStore pages = in.readNextRowGroup();
      RecordReader<Group> rows =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(pages, new GroupRecordConverter(schema));
      for (String amount : amounts) {
        Group row = rows.read();
        BigInteger digits = new BigInteger(row.getBinary("BilledCost", 0).getBytes());
        assertEquals(0, new BigDecimal(digits, 24).compareTo(new BigDecimal(amount)), amount);
        assertEquals(1_700_000_000_000L, row.getLong("ChargePeriodStart", 0));
        assertEquals("sku", row.getString("SkuId", 0));
        assertEquals(0, row.getFieldRepetitionCount("Tags"));
      }
    }
  }
}
