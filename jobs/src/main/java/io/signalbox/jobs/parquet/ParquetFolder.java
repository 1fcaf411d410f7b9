// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import java.io.Serializable;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/**
 * A folder that is filled with Parquet while a job runs, exactly once: a file is there when the
 * checkpoint is complete that ended it, and no reader takes those before for one.
 *
 * @param folder of a file system that Flink knows
 * @param files begins a file
 * @param partition says in which folder below it an item belongs
 */
record ParquetFolder<T>(String folder, BulkWriter.Factory<T> files, Partition<T> partition) {
  /** What is written waits in memory until so many bytes are a group of rows. */
  static final long GROUP_BYTES = 16L << 20;

  /** Names the folder of an item as tools that read partitions expect. */
  @FunctionalInterface
  interface Partition<T> extends Serializable {
    String of(T item);
  }

  /**
   * Writes items.
   *
   * @param what they are, part of the uid
   */
  void write(DataStream<T> items, String what) {
    FileSink<T> sink =
        FileSink.forBulkFormat(new Path(folder), files)
            .withBucketAssigner(new Partitions<>(partition))
            .withOutputFileConfig(
                OutputFileConfig.builder()
                    .withPartPrefix("part")
                    .withPartSuffix(".parquet")
                    .build())
            .build();
    items.sinkTo(sink).uid("write-" + what + "-parquet").name("Write Parquet of " + what);
  }

  private record Partitions<T>(Partition<T> partition) implements BucketAssigner<T, String> {
    @Override
    public String getBucketId(T item, Context context) {
      return partition.of(item);
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
      return SimpleVersionedStringSerializer.INSTANCE;
    }
  }
}
