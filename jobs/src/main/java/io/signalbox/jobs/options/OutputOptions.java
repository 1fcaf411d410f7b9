// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.util.List;

/**
 * Where records go.
 *
 * @param sink to files or to Kafka
 * @param directory of the files
 * @param formats of the files
 */
@OptionGroup(prefix = "output", title = "Output")
public record OutputOptions(
    @Option(value = "kafka", doc = "Where records go.") Sink sink,
    @Option(value = "out", doc = "Directory of the files.") String directory,
    @Option(value = "jsonl", doc = "Formats of the files.") List<Format> formats)
    implements Serializable {

  /** Where records go. */
  public enum Sink {
    /** One folder or file for each topic. */
    FILES,
    /** Kafka topics, exactly once. */
    KAFKA
  }

  /** Form of a file. */
  public enum Format {
    /** One JSON object a line. */
    JSONL,
    /** Columns. */
    PARQUET
  }
}
