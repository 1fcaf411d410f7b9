// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.TableForm;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveTablesTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final String EARLY = "symptoms: [{symptom: high, metric: m, when: value >= 0.9}]";
  private static final String LATER =
      "symptoms: [{symptom: low, metric: m, when: value < 0.6, hold: 2}]";
  private static final List<AcceptedRule> SHIPPED = List.of(table(1, Long.MIN_VALUE, EARLY));
  private static final AcceptedRule SECOND = table(2, T0 + 60_000, LATER);
  private static final AcceptedRule THIRD = table(3, T0 + 90_000, EARLY);

  private static AcceptedRule table(int version, long fromMs, String yaml) {
    return new AcceptedRule(TableForm.ID, version, fromMs, false, yaml);
  }

  /** A task that takes telemetry and tables, and can be stopped and taken up again. */
  private static final class Run {
    private final StateBackend backend;
    private final List<Symptom> found = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, SignalBatch, AcceptedRule, Symptom>
        harness;

    Run(StateBackend backend) throws Exception {
      this.backend = backend;
      open(null);
    }

    private void open(@Nullable OperatorSubtaskState state) throws Exception {
      harness =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new ReadSymptoms(SHIPPED), SignalBatch::key, null, Types.STRING);
      harness.setStateBackend(backend);
      harness.setup();
      if (state != null) {
        harness.initializeState(state);
      }
      harness.open();
    }

    void batch(SignalBatch batch) throws Exception {
      harness.processElement1(new StreamRecord<>(batch, batch.latestMs()));
    }

    void table(AcceptedRule table) throws Exception {
      harness.processElement2(new StreamRecord<>(table));
    }

    void watermark(long ms) throws Exception {
      harness.processWatermark1(new Watermark(ms));
      harness.processWatermark2(new Watermark(ms));
    }

    void killAndRestore() throws Exception {
      harness.prepareSnapshotPreBarrier(1);
      OperatorSubtaskState state = harness.snapshot(1, 1);
      found.addAll(harness.extractOutputValues());
      harness.close();
      open(state);
    }

    List<String> end() throws Exception {
      watermark(T0 + 150_000);
      found.addAll(harness.extractOutputValues());
      harness.close();
      return found.stream().map(LiveTablesTest::line).sorted().toList();
    }
  }

  /** All telemetry, two tables before some batch, a kill after another. */
  private static List<String> run(StateBackend backend, int tablesBefore, int killAfter)
      throws Exception {
    Run run = new Run(backend);
    List<SignalBatch> telemetry = ReadSymptomsTest.telemetry(EARLY);
    for (int i = 0; i < telemetry.size(); i++) {
      if (i == tablesBefore) {
        run.table(SECOND);
        run.table(THIRD);
      }
      run.batch(telemetry.get(i));
      run.watermark(telemetry.get(i).latestMs() - 2000);
      if (i == killAfter) {
        run.killAndRestore();
      }
    }
    return run.end();
  }

  private static String line(Symptom symptom) {
    long sinceMs = symptom.at().toEpochMilli() - T0;
    return "%06d %s %s".formatted(sinceMs, symptom.type(), symptom.service());
  }

  private static int batchesBefore(long ms) {
    return (int)
        ReadSymptomsTest.telemetry(EARLY).stream().filter(batch -> batch.latestMs() < ms).count();
  }

  @Test
  void aTableTakesEffectAtItsEpochWhereverItArrives() throws Exception {
    List<String> expected = run(new HashMapStateBackend(), 0, -1);
    TreeSet<String> types = new TreeSet<>();
    expected.forEach(line -> types.add(line.split(" ")[1]));
    assertEquals(new TreeSet<>(List.of("high", "low")), types);
    for (String line : expected) {
      int sinceMs = Integer.parseInt(line.substring(0, 6));
      boolean second = sinceMs >= 60_000 && sinceMs < 90_000;
      assertEquals(second ? "low" : "high", line.split(" ")[1], line);
    }

    // The watermark trails by two seconds: telemetry beyond the epoch may be there before the
    // table.
    int last = batchesBefore(T0 + 61_500);
    assertTrue(last > batchesBefore(T0 + 60_000));
    for (int arrives : new int[] {1, last / 3, last / 2, last}) {
      assertEquals(expected, run(new HashMapStateBackend(), arrives, -1), "arrives at " + arrives);
    }
  }

  @Test
  void tablesAndWhatTheyHaveSeenSurviveAKill() throws Exception {
    List<String> expected = run(new HashMapStateBackend(), 0, -1);
    int size = ReadSymptomsTest.telemetry(EARLY).size();
    for (StateBackend backend :
        List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend())) {
      for (int killed = 0; killed < size; killed += size / 12) {
        assertEquals(expected, run(backend, 0, killed), "killed after " + killed);
      }
    }
  }
}
