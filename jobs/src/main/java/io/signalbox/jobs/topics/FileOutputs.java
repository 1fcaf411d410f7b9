// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.jobs.parquet.ParquetFile;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.DefaultRollingPolicy;

/**
 * Writes each topic as JSON Lines, exactly once: part files below {@code <directory>/<topic>/}
 * while the job runs, and when a bounded run is over, one {@code <directory>/<topic>.jsonl} and, if
 * wanted, one {@code .parquet} with the same records.
 */
public final class FileOutputs implements Outputs {
  private static final String ENDING = ".jsonl";
  private static final Duration ROLL_AFTER = Duration.ofMinutes(1);

  private final Path directory;
  private final boolean parquet;
  private final List<Topic<?>> written = new ArrayList<>();

  /** Writes JSON Lines and Parquet below a directory, which is made when needed. */
  public FileOutputs(Path directory) {
    this(directory, true);
  }

  /**
   * Writes below a directory, which is made when needed.
   *
   * @param parquet whether {@link #finish} writes Parquet too
   */
  public FileOutputs(Path directory, boolean parquet) {
    this.directory = directory;
    this.parquet = parquet;
  }

  @Override
  public <T> void write(DataStream<T> records, Topic<T> topic) {
    written.add(topic);
    FileSink<T> sink =
        FileSink.forRowFormat(flinkPath(parts(topic)), FileOutputs.<T>lines())
            .withBucketAssigner(new BasePathBucketAssigner<>())
            .withOutputFileConfig(OutputFileConfig.builder().withPartSuffix(ENDING).build())
            .withRollingPolicy(
                DefaultRollingPolicy.builder()
                    .withRolloverInterval(ROLL_AFTER)
                    .withInactivityInterval(ROLL_AFTER)
                    .withMaxPartSize(MemorySize.ofMebiBytes(128))
                    .build())
            .build();
    records
        .sinkTo(sink)
        .uid("write-" + topic.name() + "-lines")
        .name("Write lines of " + topic.name());
  }

  /**
   * Clears what an earlier run has left of the topics written, before a bounded run begins.
   *
   * @throws IOException if something cannot be deleted
   */
  public void begin() throws IOException {
    for (Topic<?> topic : written) {
      Files.deleteIfExists(merged(topic));
      Files.deleteIfExists(columns(topic));
      PartFiles.delete(parts(topic));
    }
  }

  /**
   * Puts the parts of each topic together, sorted by event time and content, after a bounded run
   * has ended. A topic without records has an empty file.
   *
   * @throws IOException if files cannot be read or written, or the run has not committed them all
   */
  public void finish() throws IOException {
    Files.createDirectories(directory);
    for (Topic<?> topic : written) {
      PartFiles.merge(PartFiles.committed(parts(topic)), topic, merged(topic));
      PartFiles.delete(parts(topic));
      if (parquet) {
        ParquetFile.write(merged(topic), topic, columns(topic));
      }
    }
  }

  private Path parts(Topic<?> topic) {
    return directory.resolve(topic.name());
  }

  private Path merged(Topic<?> topic) {
    return directory.resolve(topic.name() + ENDING);
  }

  private Path columns(Topic<?> topic) {
    return directory.resolve(topic.name() + ".parquet");
  }

  private static <T> Encoder<T> lines() {
    return (item, out) -> {
      out.write(RecordJson.write(item));
      out.write('\n');
    };
  }

  private static org.apache.flink.core.fs.Path flinkPath(Path path) {
    return new org.apache.flink.core.fs.Path(path.toUri());
  }
}
