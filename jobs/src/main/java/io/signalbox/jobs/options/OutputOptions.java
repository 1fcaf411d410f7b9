// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;

/**
 * Where records go.
 *
 * @param sink to files or to Kafka
 * @param directory of the files
 * @param parquet whether a bounded run leaves Parquet beside JSON Lines
 */
@OptionGroup(prefix = "output", title = "Output")
public record OutputOptions(
    @Option(value = "kafka", doc = "Where records go.") Sink sink,
    @Option(value = "out", doc = "Directory of the files.") String directory,
    @Option(
            value = "true",
            doc = "Whether a bounded run leaves Parquet files beside the JSON Lines.")
        boolean parquet)
    implements Serializable {

  /** Where records go. */
  public enum Sink {
    /** One folder or file for each topic. */
    FILES,
    /** Kafka topics, exactly once. */
    KAFKA
  }
}
