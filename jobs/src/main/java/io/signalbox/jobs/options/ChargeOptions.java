// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;

/**
 * Where charges are read beside their topics.
 *
 * @param postgres whether rows and sums of charges go to the database, too
 * @param parquet folder for rows as Parquet, empty for none
 * @param checkpoints of which one file of Parquet is made
 */
@OptionGroup(prefix = "charges", title = "Charges")
public record ChargeOptions(
    @Option(
            value = "false",
            doc = "Whether charges and their sums go to PostgreSQL (`postgres.url`), too.")
        boolean postgres,
    @Option(
            value = "",
            doc =
                "Folder, of any file system that Flink knows, for charges as Parquet by billing day"
                    + " and provider; empty for none.")
        String parquet,
    @Option(
            key = "parquet.checkpoints",
            value = "60",
            doc =
                "Checkpoints of which one Parquet file is made for each day and provider in them;"
                    + " until then it cannot be seen.")
        int checkpoints)
    implements Serializable {

  /**
   * Refuses what makes no file.
   *
   * @throws IllegalArgumentException naming the option
   */
  public ChargeOptions {
    if (checkpoints < 1) {
      throw new IllegalArgumentException(
          "charges.parquet.checkpoints = '" + checkpoints + "': expected at least 1");
    }
  }
}
