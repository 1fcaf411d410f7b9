// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.jobs.options.JobOptions;
import java.nio.file.Path;

/** Chooses where the records of a job go. */
public final class JobOutputs {
  private JobOutputs() {}

  /** The outputs that the options name. */
  public static Outputs of(JobOptions options, String job) {
    return switch (options.output().sink()) {
      case FILES ->
          new FileOutputs(Path.of(options.output().directory()), options.output().parquet());
      case KAFKA -> new KafkaOutputs(options.kafka(), job);
    };
  }
}
