// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.ShowbackRow;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.flink.api.java.functions.KeySelector;

/**
 * A table of sums, of each of which the last revision is kept.
 *
 * @param name of the table
 * @param type of its records, whose keys are its columns
 * @param keys columns that tell sums apart
 * @param values all others but the revision
 * @param uid identity of the operator in savepoints
 * @param spread by what its records are spread over shards; part of the schema of state
 */
record SumTable<T>(
    String name,
    Class<T> type,
    List<String> keys,
    List<String> values,
    String uid,
    KeySelector<T, String> spread)
    implements Serializable {
  static final SumTable<CostTotal> TOTALS =
      new SumTable<>(
          "cost_totals",
          CostTotal.class,
          List.of("view", "tenant", "value", "day"),
          List.of("as_known", "as_corrected", "charges", "requests", "quantities", "updated_at"),
          "store-totals",
          total -> total.view() + "\n" + total.tenant() + "\n" + total.value());

  static final SumTable<CostAggregate> AGGREGATES =
      new SumTable<>(
          "cost_aggregates",
          CostAggregate.class,
          List.of("window", "start_at", "dimension", "value"),
          List.of(
              "as_known",
              "as_corrected",
              "charges",
              "requests",
              "input_tokens",
              "cached_tokens",
              "output_tokens",
              "compute_seconds",
              "cost_per_request",
              "cached_share",
              "updated_at"),
          "store-aggregates",
          sum -> sum.dimension() + "\n" + sum.value());

  static final SumTable<ShowbackRow> SHOWBACK =
      new SumTable<>(
          "showback",
          ShowbackRow.class,
          List.of("start_at", "tenant"),
          List.of("chargeback", "shared", "idle", "showback", "updated_at"),
          "store-showback",
          ShowbackRow::tenant);

  /** The statement that writes records, given as one array of JSON. */
  String upsert() {
    String keyed = columns(keys, column -> column);
    return "INSERT INTO %1$s SELECT DISTINCT ON (%2$s) * FROM".formatted(name, keyed)
        + " jsonb_populate_recordset(NULL::%1$s, ?::jsonb)".formatted(name)
        + " ORDER BY %1$s, revision DESC ON CONFLICT (%1$s) DO UPDATE SET".formatted(keyed)
        + " %1$s, revision = excluded.revision".formatted(columns(values, SumTable::replaced))
        + " WHERE %1$s.revision < excluded.revision".formatted(name);
  }

  private static String replaced(String column) {
    return column + " = excluded." + column;
  }

  private static String columns(List<String> names, UnaryOperator<String> each) {
    return names.stream()
        .map(name -> each.apply('"' + name + '"'))
        .collect(Collectors.joining(", "));
  }
}
