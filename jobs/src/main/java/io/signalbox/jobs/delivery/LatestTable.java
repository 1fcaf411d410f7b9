// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.ShowbackRow;
import io.signalbox.schemas.json.WireNames;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of PostgreSQL that holds the last revision of each record of a topic. It is named as the
 * topic, its columns as the fields of the record, and one of them is {@code revision}.
 *
 * @param what is in it, part of the uid of who writes it
 * @param topic where the same records go
 * @param key columns that tell one record from another
 */
record LatestTable<T>(String what, Topic<T> topic, List<String> key) implements Serializable {
  /** What tenants spent on a day. */
  static final LatestTable<CostTotal> TOTALS =
      new LatestTable<>(
          "totals", FinopsTopics.COST_TOTALS, List.of("view", "tenant", "value", "day"));

  /** What was spent in a period under a value of a dimension. */
  static final LatestTable<CostAggregate> AGGREGATES =
      new LatestTable<>(
          "aggregates",
          FinopsTopics.COST_AGGREGATES,
          List.of("window", "start_at", "dimension", "value"));

  /** What tenants are shown and charged in a month. */
  static final LatestTable<ShowbackRow> SHOWBACK =
      new LatestTable<>("showback", FinopsTopics.SHOWBACK, List.of("start_at", "tenant"));

  /** How good answers of a window were. */
  static final LatestTable<QualityRate> RATES =
      new LatestTable<>(
          "rates",
          QualityTopics.QUALITY_RATES,
          List.of("environment", "service", "metric", "segment", "model", "start_at", "end_at"));

  /** What came of the decisions of a window. */
  static final LatestTable<DecisionImpact> IMPACT =
      new LatestTable<>(
          "impact",
          QualityTopics.DECISION_IMPACT,
          List.of(
              "environment", "agent", "action", "model", "segment", "role", "start_at", "end_at"));

  private static final int SHARDS = 240;

  /**
   * One of some shards, so that many records go at once, and revisions of one in their order; part
   * of the schema of state.
   */
  String shard(T row) {
    return Integer.toString(Math.floorMod(topic.key().of(row).hashCode(), SHARDS));
  }

  /** Puts a JSON array of records, its one parameter, in the place of lower revisions. */
  String upsert() {
    WireNames names = new WireNames();
    String columns =
        Arrays.stream(topic.type().getRecordComponents())
            .map(RecordComponent::getName)
            .map(names::translate)
            .filter(column -> !key.contains(column))
            .map(LatestTable::quoted)
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    String keys = key.stream().map(LatestTable::quoted).collect(Collectors.joining(", "));
    return """
    INSERT INTO %1$s
    SELECT DISTINCT ON (%2$s) * FROM jsonb_populate_recordset(NULL::%1$s, ?::jsonb)
    ORDER BY %2$s, revision DESC
    ON CONFLICT (%2$s) DO UPDATE SET %3$s
    WHERE %1$s.revision < excluded.revision
    """
        .formatted(topic.name().replace('-', '_'), keys, columns);
  }

  private static String quoted(String column) {
    return '"' + column + '"';
  }
}
