// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.analytics.finops.PriceText;
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
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads charges back that were written as Parquet. */
public final class ReadCharges {
  private static final FocusColumn[] COLUMNS = FocusColumn.values();

  private ReadCharges() {}

  /** Something that takes rows. */
  @FunctionalInterface
  public interface Rows {
    /** Takes the next. */
    void take(FocusRow row) throws IOException;
  }

  /**
   * Reads a file in its order.
   *
   * @throws IOException if it cannot be read
   */
  public static void of(Path file, Rows to) throws IOException {
    of(new LocalInputFile(file), to);
  }

  static void of(InputFile file, Rows to) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    try (ParquetFileReader in = new ParquetFileReader(file, options)) {
      MessageType schema = in.getFileMetaData().getSchema();
      for (PageReadStore pages = in.readNextRowGroup();
          pages != null;
          pages = in.readNextRowGroup()) {
        RecordReader<Group> groups =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long left = pages.getRowCount(); left > 0; left--) {
          to.take(row(groups.read()));
        }
      }
    }
  }

  private static FocusRow row(Group group) {
    FocusRow row = new FocusRow();
    for (FocusColumn column : COLUMNS) {
      String name = column.title();
      if (group.getType().containsField(name) && group.getFieldRepetitionCount(name) > 0) {
        switch (column.type()) {
          case TEXT -> row.with(column, group.getString(name, 0));
          case TIME -> row.with(column, group.getLong(name, 0));
          case DECIMAL -> {
            BigInteger digits = new BigInteger(group.getBinary(name, 0).getBytes());
            row.with(column, new BigDecimal(digits, PriceText.MOST_DECIMALS));
          }
        }
      }
    }
    return row;
  }
}
