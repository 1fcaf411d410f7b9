// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.FocusRow;
import io.signalbox.schemas.finops.FocusRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Charges as Parquet by billing day and provider while a job runs. */
public final class ParquetCharges {
  private ParquetCharges() {}

  /**
   * Writes the rows of postings.
   *
   * @param bill whose bill it is, and how rows are written
   * @param folder of a file system that Flink knows
   */
  public static void write(DataStream<Posting> postings, FocusBill bill, String folder) {
    new ParquetFolder<Posting>(
            folder, new Files(bill), posting -> ChargePartition.of(posting.charge()))
        .write(postings, "charges");
  }

  private record Files(FocusBill bill) implements BulkWriter.Factory<Posting> {
    @Override
    public BulkWriter<Posting> create(FSDataOutputStream out) throws IOException {
      return new Rows(ChargeParquet.of(new StreamFile(out)), new FocusRows(bill));
    }
  }

  /** Makes rows of postings just before they are written: a row is many times as large. */
  private record Rows(ChargeParquet file, FocusRows rows) implements BulkWriter<Posting> {
    @Override
    public void addElement(Posting posting) throws IOException {
      List<FocusRow> some = new ArrayList<>();
      rows.tell(posting, some::add);
      for (FocusRow row : some) {
        file.write(row);
      }
    }

    @Override
    public void flush() {
      // Parquet writes a group of rows when it is full
    }

    @Override
    public void finish() throws IOException {
      file.close();
    }
  }
}
