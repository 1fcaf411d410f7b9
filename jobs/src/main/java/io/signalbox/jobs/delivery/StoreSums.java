// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.json.RecordJson;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Writes sums of costs to PostgreSQL, where the last revision of each is kept. */
final class StoreSums<T> extends StoreCertain<T> {
  private static final long serialVersionUID = 1;
  private static final int SHARDS = 240;

  private final String upsert;

  StoreSums(PostgresOptions options, SumTable<T> table) {
    super(options, TypeInformation.of(table.type()));
    this.upsert = table.upsert();
  }

  /** Writes sums to their table. */
  static <T> void store(DataStream<T> sums, SumTable<T> table, PostgresOptions options) {
    sums.keyBy(shards(table), Types.STRING)
        .transform(
            "Store " + table.name().replace('_', ' '), Types.VOID, new StoreSums<>(options, table))
        .uid(table.uid());
  }

  /** One of some shards, so that many sums go at once. */
  static <T> KeySelector<T, String> shards(SumTable<T> table) {
    KeySelector<T, String> spread = table.spread();
    return sum -> Integer.toString(Math.floorMod(spread.getKey(sum).hashCode(), SHARDS));
  }

  @Override
  String statement() {
    return upsert;
  }

  @Override
  void records(T sum, String name, Consumer<byte[]> to) {
    to.accept(RecordJson.write(sum));
  }
}
