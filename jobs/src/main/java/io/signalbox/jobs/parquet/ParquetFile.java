// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** A Parquet file with the records of one topic. */
public final class ParquetFile {
  private ParquetFile() {}

  /**
   * Writes the records of a JSON Lines file as Parquet, in the same order. The same lines give the
   * same bytes.
   *
   * @param lines the file to read
   * @param topic what it holds
   * @param target the file to write; what it held is lost
   * @throws IOException if a file cannot be read or written, or a line is not a record of the topic
   */
  public static <T> void write(Path lines, Topic<T> topic, Path target) throws IOException {
    Files.deleteIfExists(target);
    try (BufferedReader in = Files.newBufferedReader(lines);
        ParquetWriter<T> out = new Builder<>(new LocalOutputFile(target), topic.type()).build()) {
      String line;
      while ((line = in.readLine()) != null) {
        out.write(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
      }
    }
  }

  /**
   * Begins a file that somebody else has opened, of whom there may be many at once.
   *
   * @throws IOException if it cannot be written
   */
  static <T> ParquetWriter<T> among(OutputFile file, Class<T> type) throws IOException {
    return new Builder<>(file, type).withRowGroupSize(ParquetFolder.GROUP_BYTES).build();
  }

  private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
    private final Class<T> type;

    Builder(OutputFile file, Class<T> type) {
      super(file);
      this.type = type;
      withConf(new PlainParquetConfiguration());
      withCodecFactory(new ZstdPages());
      withCompressionCodec(CompressionCodecName.ZSTD);
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
      return new WriteColumns<>(type);
    }

    @Override
    @SuppressWarnings("deprecation") // asked for by the class, called by no one
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
      return new WriteColumns<>(type);
    }
  }
}
