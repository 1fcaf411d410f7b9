// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.finops.ChargeRecord;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.FocusRows;
import io.signalbox.schemas.finops.PostingType;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes rows of charges to PostgreSQL. It keeps postings and makes rows of them when they go,
 * because a row is many times as large.
 */
final class StoreCharges extends StoreCertain<Posting> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "store-charges";

  private static final int SHARDS = 240;
  private static final String INSERT =
      """
      INSERT INTO charges SELECT * FROM jsonb_populate_recordset(NULL::charges, ?::jsonb)
      ON CONFLICT (row_id) DO NOTHING
      """;

  private final FocusBill bill;
  private transient FocusRows rows;

  StoreCharges(PostgresOptions options, FocusBill bill) {
    super(options, new PostingType());
    this.bill = bill;
  }

  /** Writes rows of such a bill to the database. */
  static void store(DataStream<Posting> postings, FocusBill bill, PostgresOptions options) {
    postings
        .keyBy(StoreCharges::shard, Types.STRING)
        .transform("Store charges", Types.VOID, new StoreCharges(options, bill))
        .uid(UID);
  }

  /** One of some shards, under whose names rows are numbered; part of the schema of state. */
  static String shard(Posting posting) {
    Usage usage = posting.charge().usage();
    int hash = usage.id() == null ? Long.hashCode(usage.atMs()) : usage.id().hashCode();
    return Integer.toString(Math.floorMod(hash, SHARDS));
  }

  @Override
  public void open() throws Exception {
    rows = new FocusRows(bill);
    super.open();
  }

  @Override
  String statement() {
    return INSERT;
  }

  @Override
  void records(Posting posting, String name, Consumer<byte[]> to) {
    int[] row = {0};
    rows.tell(
        posting,
        columns -> to.accept(ChargeRecord.write(name + "-" + row[0]++, posting.toldMs(), columns)));
  }
}
