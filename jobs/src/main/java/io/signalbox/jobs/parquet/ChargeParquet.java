// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.schemas.finops.FocusColumn;
import io.signalbox.schemas.finops.FocusRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A Parquet file of charges in the columns of FOCUS, whose decimals are exact. */
public final class ChargeParquet implements Closeable {
  private final ParquetWriter<FocusRow> out;

  private ChargeParquet(ParquetWriter<FocusRow> out) {
    this.out = out;
  }

  /**
   * Begins a file; folders above it are made, what it held is lost.
   *
   * @throws IOException if it cannot be written
   */
  public static ChargeParquet create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.deleteIfExists(file);
    return new ChargeParquet(new Builder(new LocalOutputFile(file)).build());
  }

  /**
   * Begins a file that somebody else has opened, of whom there may be many at once.
   *
   * @throws IOException if it cannot be written
   */
  static ChargeParquet of(OutputFile file) throws IOException {
    return new ChargeParquet(new Builder(file).withRowGroupSize(ParquetFolder.GROUP_BYTES).build());
  }

  /** Writes a row. */
  public void write(FocusRow row) throws IOException {
    out.write(row);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class Builder extends ParquetWriter.Builder<FocusRow, Builder> {
    Builder(OutputFile file) {
      super(file);
      withConf(new PlainParquetConfiguration());
      withCodecFactory(new ZstdPages());
      withCompressionCodec(CompressionCodecName.ZSTD);
      withStatisticsEnabled(false); // of all columns only these are worth a look before reading
      withStatisticsEnabled(FocusColumn.CHARGE_PERIOD_START.title(), true);
      withStatisticsEnabled(FocusColumn.SUB_ACCOUNT_ID.title(), true);
      withDictionaryEncoding(FocusColumn.X_RESPONSE_ID.title(), false); // no two are the same
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<FocusRow> getWriteSupport(ParquetConfiguration configuration) {
      return new WriteCharges();
    }

    @Override
    @SuppressWarnings("deprecation") // asked for by the class, called by no one
    protected WriteSupport<FocusRow> getWriteSupport(Configuration configuration) {
      return new WriteCharges();
    }
  }
}
