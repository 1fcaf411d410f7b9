// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.FocusBill;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** Charges and sums of them in a real PostgreSQL; skipped where none is installed. */
@Timeout(180)
class StoreChargesITCase {
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
    postgres.execute("TRUNCATE charges");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Posting, Void> harness(
      int parallelism, int task) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new StoreCharges(
            new PostgresOptions(postgres.url(), "signalbox", ""),
            FocusBill.plain(new BillingAccount("a", "a"))),
        StoreCharges::shard,
        Types.STRING,
        720,
        parallelism,
        task);
  }

  private static Posting posting(String id, String tenant, String price, int sign) {
    Usage usage =
        new Usage(
            0,
            id,
            1,
            AT,
            new Owner(tenant, null, null, null, null, null),
            "p",
            "m",
            ServiceTier.STANDARD,
            10,
            Map.of(Meter.OUT_TEXT, BigDecimal.TEN),
            null,
            false);
    BigDecimal amount = new BigDecimal(price);
    Charge.Part part =
        new Charge.Part(
            Meter.OUT_TEXT, BigDecimal.TEN, "output_cost_per_token", amount, amount, amount, null);
    return new Posting(
        AT + 999, new Charge(usage, "p", List.of(part), BigDecimal.ZERO), sign, sign);
  }

  private static Posting posting(String id, String price) {
    return posting(id, "t", price, 1);
  }

  private static void hear(AbstractStreamOperatorTestHarness<?> harness) throws Exception {
    harness.getTaskMailbox().take(0).run();
  }

  private static List<String> costs() throws SQLException {
    return postgres.rows("SELECT x_ResponseId || ' ' || BilledCost FROM charges ORDER BY 1");
  }

  @Test
  void aRowIsWrittenWhenACompletedCheckpointHoldsItToTheLastDigit() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processElement(posting("r1", "0.000000000000000000000001"), AT);
      harness.snapshot(1, 1);
      harness.processElement(posting("r2", "1"), AT);
      assertEquals(List.of(), costs());
      harness.notifyOfCompletedCheckpoint(1);
      hear(harness);
      assertEquals(List.of("r1 0.00000000000000000000001"), costs());
    }
    assertEquals(
        List.of("a t p 2025-10-01 00:00:00 10 2025-10-01 00:00:00.999"),
        postgres.rows(
            """
            SELECT BillingAccountId || ' ' || SubAccountId || ' ' || ProviderName || ' '
              || (ChargePeriodStart AT TIME ZONE 'UTC') || ' ' || ConsumedQuantity || ' '
              || (told_at AT TIME ZONE 'UTC') FROM charges\
            """));
  }

  @Test
  void whatAFailureTookBackIsNotInTheDatabaseAndWhatComesAgainIsTheSameRow() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processElement(posting("r1", "1"), AT);
      state = harness.snapshot(1, 1);
      harness.notifyOfCompletedCheckpoint(1);
      hear(harness);
      harness.processElement(posting("r1", "7"), AT); // told otherwise after the failure
    }
    try (var harness = harness(1, 0)) {
      harness.initializeState(state);
      harness.open();
      hear(harness);
      harness.processElement(posting("r1", "2"), AT);
      harness.snapshot(2, 2);
      harness.notifyOfCompletedCheckpoint(2);
      hear(harness);
      assertEquals(0, harness.numKeyedStateEntries() - 1, "only the next number is state");
    }
    assertEquals(List.of("r1 10", "r1 20"), costs());
  }

  @Test
  void anOutageAndARestoreAtAnotherParallelismLoseNothing() throws Exception {
    OperatorSubtaskState state;
    postgres.stop();
    try (var harness = harness(1, 0)) {
      harness.open();
      for (int i = 0; i < 50; i++) {
        harness.processElement(posting("r" + i, "1"), AT);
        harness.processElement(posting("r" + i, "t", "1", -1), AT);
        harness.processElement(posting("r" + i, "3"), AT);
      }
      state = harness.snapshot(1, 1);
      harness.notifyOfCompletedCheckpoint(1);
      hear(harness);
    }
    postgres.start();
    for (int task = 0; task < 2; task++) {
      try (var harness = harness(2, task)) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(state, 720, 1, 2, task));
        harness.open();
        hear(harness);
      }
    }
    assertEquals(List.of("150 50 1500"), sums());
  }

  private static List<String> sums() throws SQLException {
    return postgres.rows(
        "SELECT count(*) || ' ' || count(DISTINCT x_ResponseId) || ' ' || sum(BilledCost)"
            + " FROM charges");
  }

  @Test
  void atTheEndOfInputTheRestIsWrittenWhateverIsOnItsWay() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      for (int i = 0; i < 1200; i++) {
        harness.processElement(posting("r" + i, "0.1"), AT);
        if (i == 100) {
          harness.snapshot(1, 1);
          harness.notifyOfCompletedCheckpoint(1);
        }
      }
      harness.endInput();
      harness.getOperator().finish();
      harness.snapshot(2, 2);
      harness.notifyOfCompletedCheckpoint(2);
      hear(harness); // of the load of the first checkpoint
    }
    assertEquals(List.of("1200 1200 1200"), sums());
  }

  @Test
  void aTextThatTheDatabaseCannotHoldStopsNothing() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processElement(posting("r1", "a \u0000 b", "1", 1), AT);
      harness.processElement(posting("r2", "1"), AT);
      harness.snapshot(1, 1);
      harness.notifyOfCompletedCheckpoint(1);
      hear(harness);
    }
    assertEquals(
        List.of("r1 a \ufffd b", "r2 t"),
        postgres.rows("SELECT x_ResponseId || ' ' || SubAccountId FROM charges ORDER BY 1"));
  }
}
