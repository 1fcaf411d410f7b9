// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.PostgresOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The history in a real PostgreSQL; skipped where none is installed. */
@Timeout(180)
class StoreRevisionsITCase {

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
    postgres.execute("TRUNCATE incident_revisions");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new StoreRevisions(new PostgresOptions(postgres.url(), "signalbox", "")),
        Incident::id,
        Types.STRING);
  }

  private static void hear(KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness)
      throws Exception {
    harness.getTaskMailbox().take(0).run();
  }

  private static List<String> revisions() throws SQLException {
    return postgres.rows("SELECT id || ' r' || revision FROM incident_revisions ORDER BY 1");
  }

  @Test
  void everyRevisionIsARowAndTheViewShowsTheLast() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      hear(harness);
      harness.processElement(Heard.revision("inc-1", 2, "resolved"));
      hear(harness);
    }
    assertEquals(List.of("inc-1 r1", "inc-1 r2"), revisions());
    assertEquals(
        List.of("resolved by cart after 00:01:00"),
        postgres.rows(
            "SELECT status || ' by ' || first_suspect || ' after ' || (resolved_at - started_at)"
                + " FROM incidents"));
    assertEquals(
        List.of("cart on 2026-03-01: 1, 00:00:05, 00:01:00"),
        postgres.rows(
            "SELECT first_suspect || ' on ' || day || ': ' || incidents || ', ' || time_to_detect"
                + " || ', ' || time_to_resolve FROM incident_times"));
    assertEquals(
        List.of("Look at cart."),
        postgres.rows(
            "SELECT incident#>>'{recommendations,0,title}' FROM incidents WHERE id = 'inc-1'"));
  }

  @Test
  void aRevisionThatComesAgainIsTheSameRow() throws Exception {
    for (int time = 0; time < 2; time++) {
      try (var harness = harness()) {
        harness.open();
        harness.processElement(Heard.revision("inc-1", 1, "open"));
        hear(harness);
      }
    }
    assertEquals(List.of("inc-1 r1"), revisions());
  }

  @Test
  void anOutageAndARestartInItLoseNothing() throws Exception {
    OperatorSubtaskState state;
    postgres.stop();
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      harness.processElement(Heard.revision("inc-1", 2, "updated"));
      hear(harness);
      state = harness.snapshot(1, 1);
    }
    postgres.start();
    try (var harness = harness()) {
      harness.initializeState(state);
      harness.open();
      hear(harness);
      assertEquals(List.of("inc-1 r1", "inc-1 r2"), revisions());
      assertEquals(0, harness.numKeyedStateEntries(), "what is written is no longer state");
    }
  }

  @Test
  void aTextThatTheDatabaseCannotHoldStopsNothing() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open", "a \\u0000 b"));
      hear(harness);
      harness.processElement(Heard.revision("inc-2", 1, "open"));
      hear(harness);
    }
    assertEquals(List.of("inc-1 r1", "inc-2 r1"), revisions());
    assertEquals(
        List.of("a \ufffd b"), postgres.rows("SELECT title FROM incidents WHERE id = 'inc-1'"));
  }
}
