// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.json.RecordJson;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes what is told again when more is known to a table of PostgreSQL, where the last revision of
 * each is kept.
 */
final class StoreLatest<T> extends StoreCertain<T> {
  private static final long serialVersionUID = 1;

  private final LatestTable<T> latest;

  StoreLatest(LatestTable<T> latest, PostgresOptions options) {
    super(options, TypeInformation.of(latest.topic().type()));
    this.latest = latest;
  }

  /** Writes records to their table. */
  static <T> void store(DataStream<T> rows, LatestTable<T> table, PostgresOptions options) {
    rows.keyBy(table::shard, Types.STRING)
        .transform("Store " + table.what(), Types.VOID, new StoreLatest<>(table, options))
        .uid("store-" + table.what());
  }

  @Override
  String statement() {
    return latest.upsert();
  }

  @Override
  void records(T row, String name, Consumer<byte[]> to) {
    to.accept(RecordJson.write(row));
  }
}
