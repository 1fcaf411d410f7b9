// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * What is told of windows as Parquet while a job runs, each topic in a folder of its own by the day
 * in UTC on which a window begins. Each revision is a row, as it is a record of the topic.
 *
 * @param folder of a file system that Flink knows
 */
public record ParquetWindows(String folder) {
  private static final long MS_A_DAY = 86_400_000L;

  /** Writes the records of a topic, whose event time is the begin of a window. */
  public <T> void write(DataStream<T> records, Topic<T> topic) {
    new ParquetFolder<T>(
            folder + '/' + topic.name(), new Files<>(topic.type()), record -> day(topic, record))
        .write(records, topic.name());
  }

  private static <T> String day(Topic<T> topic, T record) {
    return "day=" + LocalDate.ofEpochDay(Math.floorDiv(topic.time().of(record), MS_A_DAY));
  }

  private record Files<T>(Class<T> type) implements BulkWriter.Factory<T> {
    @Override
    public BulkWriter<T> create(FSDataOutputStream out) throws IOException {
      return new Rows<>(ParquetFile.among(new StreamFile(out), type));
    }
  }

  private record Rows<T>(ParquetWriter<T> file) implements BulkWriter<T> {
    @Override
    public void addElement(T record) throws IOException {
      file.write(record);
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
