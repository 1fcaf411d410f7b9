// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;

/**
 * Where the history of incidents, and of charges and quality if wanted, is kept for questions in
 * SQL.
 *
 * @param url of the database, empty to keep none
 * @param user who writes
 * @param password of the user
 */
@OptionGroup(prefix = "postgres", title = "PostgreSQL")
public record PostgresOptions(
    @Option(
            value = "",
            doc =
                "Database for the history of incidents, such as jdbc:postgresql://host/db; empty"
                    + " for none. Charges go there too with `charges.postgres`, rates of answers"
                    + " and impact of decisions with `quality.postgres`.")
        String url,
    @Option(
            value = "",
            doc =
                "Who writes; needs INSERT, UPDATE and SELECT on incident_revisions, charges,"
                    + " cost_totals, quality_rates and decision_impact, and with"
                    + " finops.aggregates on cost_aggregates and showback.")
        String user,
    @Option(value = "", doc = "Password of the user.", secret = true) String password)
    implements Serializable {
  private static final String SCHEME = "jdbc:postgresql:";

  /**
   * Refuses what is no address of PostgreSQL.
   *
   * @throws IllegalArgumentException naming the option
   */
  public PostgresOptions {
    if (!url.isEmpty() && !url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "postgres.url = '" + url + "': expected an address that begins with " + SCHEME);
    }
  }

  /** True when a history is to be kept. */
  public boolean isOn() {
    return !url.isEmpty();
  }
}
