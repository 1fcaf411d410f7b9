// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Showback;
import java.time.Instant;

/**
 * A month of a tenant in both views, by now; the last revision counts. Money is in USD as prices
 * turned out, as exact decimals; both views sum to the whole.
 *
 * @param startAt the first moment of the month, in UTC
 * @param tenant who, UNALLOCATED or IDLE
 * @param chargeback its own; where all is 0, everything was taken back
 * @param shared its part of what nobody is named for; taken off where it stood
 * @param idle its part of idle machines; taken off where it stood
 * @param showback its own and its parts
 * @param revision counts up for each month
 * @param updatedAt event time
 */
public record ShowbackRow(
    Instant startAt,
    String tenant,
    String chargeback,
    String shared,
    String idle,
    String showback,
    long revision,
    Instant updatedAt) {
  /** A revision of a row. */
  public static ShowbackRow of(Showback row, long revision, long updatedMs) {
    return new ShowbackRow(
        Instant.ofEpochMilli(row.startMs()),
        row.tenant(),
        TotalsJson.money(row.chargeback()),
        TotalsJson.money(row.shared()),
        TotalsJson.money(row.idle()),
        TotalsJson.money(row.showback()),
        revision,
        Instant.ofEpochMilli(updatedMs));
  }
}
