// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.FocusRow;
import io.signalbox.schemas.finops.FocusRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.compactor.FileCompactStrategy;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Charges as Parquet by billing day and provider while a job runs, exactly once. Files of some
 * checkpoints, whose names begin with a dot, are made one, whose name begins with {@code
 * compacted-}.
 */
public final class ParquetCharges {
  private ParquetCharges() {}

  /**
   * Writes the rows of postings.
   *
   * @param account whose bill it is
   * @param folder of a file system that Flink knows
   * @param checkpoints of which a file is made, at least 1: until then nobody sees it
   */
  public static void write(
      DataStream<Posting> postings, String account, String folder, int checkpoints) {
    FileSink<Posting> sink =
        FileSink.forBulkFormat(new Path(folder), new Files(account))
            .withBucketAssigner(new Partitions())
            .withOutputFileConfig(
                OutputFileConfig.builder()
                    .withPartPrefix("part")
                    .withPartSuffix(".parquet")
                    .build())
            .enableCompact(
                FileCompactStrategy.Builder.newBuilder()
                    .enableCompactionOnCheckpoint(checkpoints)
                    .setNumCompactThreads(1)
                    .build(),
                new GatherFiles())
            .build();
    postings.sinkTo(sink).uid("write-charges-parquet").name("Write Parquet of charges");
  }

  private record Files(String account) implements BulkWriter.Factory<Posting> {
    @Override
    public BulkWriter<Posting> create(FSDataOutputStream out) {
      return new Rows(out, new FocusRows(new BillingAccount(account, account)));
    }
  }

  /**
   * Makes rows of postings just before they are written: a row is many times as large. Where there
   * are none it leaves the file alone, for then it is {@link GatherFiles} who fills it.
   */
  private static final class Rows implements BulkWriter<Posting> {
    private final FSDataOutputStream out;
    private final FocusRows rows;
    private final List<FocusRow> some = new ArrayList<>();
    private @Nullable ChargeParquet file;

    Rows(FSDataOutputStream out, FocusRows rows) {
      this.out = out;
      this.rows = rows;
    }

    @Override
    public void addElement(Posting posting) throws IOException {
      ChargeParquet open = file == null ? ChargeParquet.of(new StreamFile(out)) : file;
      file = open;
      some.clear();
      rows.tell(posting, some::add);
      for (FocusRow row : some) {
        open.write(row);
      }
    }

    @Override
    public void flush() {
      // Parquet writes a group of rows when it is full
    }

    @Override
    public void finish() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }

  private static final class Partitions implements BucketAssigner<Posting, String> {
    private static final long serialVersionUID = 1;

    @Override
    public String getBucketId(Posting posting, Context context) {
      return ChargePartition.of(posting.charge());
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
      return SimpleVersionedStringSerializer.INSTANCE;
    }
  }
}
