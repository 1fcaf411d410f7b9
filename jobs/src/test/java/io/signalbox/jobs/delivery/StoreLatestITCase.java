// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.quality.Confusion;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.finops.CostTotal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Last revisions in a real PostgreSQL; skipped where none is installed. */
@Timeout(180)
class StoreLatestITCase {
  private static final long AT = 1_759_276_800_000L; // 2025-10-01

  @TempDir static Path folder;
  private static LocalPostgres postgres;

  @BeforeAll
  static void install() throws IOException, InterruptedException, SQLException {
    postgres = LocalPostgres.withTables(folder);
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    postgres.execute("TRUNCATE cost_totals, quality_rates");
  }

  private static <T> KeyedOneInputStreamOperatorTestHarness<String, T, Void> harness(
      LatestTable<T> table, int parallelism, int task) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new StoreLatest<>(table, new PostgresOptions(postgres.url(), "signalbox", "")),
        table::shard,
        Types.STRING,
        720,
        parallelism,
        task);
  }

  private static void hear(AbstractStreamOperatorTestHarness<?> harness) throws Exception {
    harness.getTaskMailbox().take(0).run();
  }

  @Test
  void ofSumsTheLastRevisionIsKept() throws Exception {
    try (var harness = harness(LatestTable.TOTALS, 1, 0)) {
      harness.open();
      for (int revision = 1; revision <= 3; revision++) {
        harness.processElement(total("t", revision), AT);
      }
      harness.processElement(total("u", 1), AT);
      harness.snapshot(1, 1);
      harness.notifyOfCompletedCheckpoint(1);
      hear(harness);
      harness.processElement(total("t", 4), AT);
      harness.processElement(total("u", 1), AT);
      harness.snapshot(2, 2);
      harness.notifyOfCompletedCheckpoint(2);
      hear(harness);
    }
    assertEquals(
        List.of("t 2025-10-01 r4 0.4 0.8 {\"out_text\": \"4\"}", "u 2025-10-01 r1 0.1 0.2"),
        postgres.rows(
            """
            SELECT tenant || ' ' || day || ' r' || revision || ' ' || as_known || ' '
              || as_corrected || CASE tenant WHEN 't' THEN ' ' || quantities::text ELSE '' END
            FROM cost_totals ORDER BY 1\
            """));
  }

  @Test
  void ofRatesAnOutageAndARestoreAtAnotherParallelismKeepTheLastRevision() throws Exception {
    OperatorSubtaskState state;
    postgres.stop();
    try (var harness = harness(LatestTable.RATES, 1, 0)) {
      harness.open();
      for (int window = 0; window < 50; window++) {
        for (int revision = 1; revision <= 3; revision++) {
          harness.processElement(rate("m" + window % 5, window, revision), AT);
        }
      }
      state = harness.snapshot(1, 1);
      harness.notifyOfCompletedCheckpoint(1);
      hear(harness);
    }
    postgres.start();
    for (int task = 0; task < 2; task++) {
      try (var harness = harness(LatestTable.RATES, 2, task)) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(state, 720, 1, 2, task));
        harness.open();
        hear(harness);
      }
    }
    assertEquals(
        List.of("50 3 3 1500 0 4"),
        postgres.rows(
            """
            SELECT count(*) || ' ' || min(revision) || ' ' || max(revision) || ' '
              || sum(good) || ' ' || count(upper) || ' ' || min(agreement->>'bad_bad')
            FROM quality_rates\
            """));
  }

  private static CostTotal total(String tenant, int revision) {
    return new CostTotal(
        "model",
        tenant,
        "m",
        "2025-10-01",
        "0." + revision,
        "0." + 2 * revision,
        null,
        revision,
        revision,
        Map.of("out_text", "" + revision),
        revision,
        Instant.ofEpochMilli(AT));
  }

  /** One without an upper end, which is no number. */
  private static QualityRate rate(String model, int window, int revision) {
    Instant start = Instant.ofEpochMilli(AT + window * 600_000L);
    return new QualityRate(
        "prod",
        "bot",
        "relevance",
        "",
        model,
        start,
        start.plusSeconds(600),
        revision,
        100,
        50,
        20,
        10L * revision,
        .2,
        .1,
        Double.NaN,
        .5,
        .25,
        new Confusion(1, 2, 3, 4));
  }
}
