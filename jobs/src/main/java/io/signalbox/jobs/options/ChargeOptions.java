// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;

/**
 * Where charges are read beside their topics.
 *
 * @param postgres whether rows and sums of charges go to the database, too
 * @param parquet folder for rows as Parquet, empty for none
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
        String parquet)
    implements Serializable {}
