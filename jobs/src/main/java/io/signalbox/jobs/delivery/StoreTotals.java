// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.json.RecordJson;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Writes sums of costs to PostgreSQL, where the last revision of each is kept. */
final class StoreTotals extends StoreCertain<CostTotal> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "store-totals";

  private static final int SHARDS = 240;
  private static final String UPSERT =
      """
      INSERT INTO cost_totals
      SELECT DISTINCT ON (view, tenant, value, day) *
      FROM jsonb_populate_recordset(NULL::cost_totals, ?::jsonb)
      ORDER BY view, tenant, value, day, revision DESC
      ON CONFLICT (view, tenant, value, day) DO UPDATE SET
        as_known = excluded.as_known, as_corrected = excluded.as_corrected,
        charges = excluded.charges, requests = excluded.requests,
        quantities = excluded.quantities, revision = excluded.revision,
        updated_at = excluded.updated_at
      WHERE cost_totals.revision < excluded.revision
      """;

  StoreTotals(PostgresOptions options) {
    super(options, TypeInformation.of(CostTotal.class));
  }

  /** Writes sums to the database. */
  static void store(DataStream<CostTotal> totals, PostgresOptions options) {
    totals
        .keyBy(StoreTotals::shard, Types.STRING)
        .transform("Store totals", Types.VOID, new StoreTotals(options))
        .uid(UID);
  }

  /** One of some shards, so that many sums go at once. */
  static String shard(CostTotal total) {
    int hash = (total.view() + "\n" + total.tenant() + "\n" + total.value()).hashCode();
    return Integer.toString(Math.floorMod(hash, SHARDS));
  }

  @Override
  String statement() {
    return UPSERT;
  }

  @Override
  void records(CostTotal total, String name, Consumer<byte[]> to) {
    to.accept(RecordJson.write(total));
  }
}
