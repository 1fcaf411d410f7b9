// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets of systems that no one has heard of are read by their layout alone. */
class LabelledSetsTest {
  @TempDir Path folder;

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, java.util.List.of(lines));
  }

  private Set<BatchKind> kinds(RootCauseFormat format) {
    Set<BatchKind> kinds = EnumSet.noneOf(BatchKind.class);
    Iterator<SignalBatch> told =
        new ToldSequence(format, folder.toFile(), 10_000, View.PLAIN).open();
    long lastMs = Long.MIN_VALUE;
    while (told.hasNext()) {
      SignalBatch batch = told.next();
      kinds.add(batch.kind());
      if (batch.kind() == BatchKind.PROGRESS) {
        assertTrue(batch.latestMs() > lastMs, "time goes forward");
        lastMs = batch.latestMs();
      } else {
        assertTrue(batch.latestMs() > lastMs, "nothing is told late");
      }
    }
    return kinds;
  }

  @Test
  void nezhaIsReadByDay() throws IOException {
    write(
        "faults.csv",
        "day,inject_time_utc,inject_epoch,pod,service,fault",
        "2024-01-01,x,1704103260,quay-7b598fc7d-lmggd,quay,cpu_contention",
        "2024-01-01,x,never,quay-7b598fc7d-lmggd,quay,cpu_contention");
    write(
        "2024-01-01/metric/quay-7b598fc7d-lmggd_metric.csv",
        "Time,TimeStamp,PodName,CpuUsageRate(%)",
        "x,1704103200,quay-7b598fc7d-lmggd,4.5",
        "x,,quay-7b598fc7d-lmggd,4.5");
    write(
        "2024-01-01/trace/10_01_trace.csv",
        "TraceID,SpanID,ParentID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano,Duration",
        "0087f677c0a2cf3f80a551987167911b,ee744a66e6efcb2e,root,crane-7b598fc7d-aaaaa,A,"
            + "1704103261000000000,1704103261500000000,500000",
        "0087f677c0a2cf3f80a551987167911b,a23660ca2e7cc4c8,ee744a66e6efcb2e,quay-7b598fc7d-lmggd,B,"
            + "1704103261100000000,1704103261400000000,300000",
        "broken");
    Complaints complaints = new Complaints();
    LabelledSet set = RootCauseFormat.NEZHA.read(folder, View.PLAIN, complaints);
    assertEquals("2024-01-01/0", set.cases().get(0).id());
    assertEquals("quay", set.cases().get(0).truth());
    assertEquals(2, complaints.count(), complaints.told().toString());
    assertTrue(
        kinds(RootCauseFormat.NEZHA)
            .containsAll(EnumSet.of(BatchKind.METRICS, BatchKind.SPANS, BatchKind.TRACES)));
  }

  @Test
  void petshopIsReadByScenarioAndIssue() throws IOException {
    write("one/graph.csv", ",front,back", "front,0,1", "back,0,0");
    write("one/noissue/metrics.csv", metrics(1_800_000_000L, 3));
    write("one/train/issue_0/metrics.csv", metrics(1_700_000_000L, 2));
    write(
        "one/train/issue_0/target.json",
        "{\"target\":{\"node\":\"front\",\"metric\":\"latency\",\"agg\":\"p90\","
            + "\"timestamp\":1700000300},\"root_cause\":{\"node\":\"back\",\"metric\":null}}");
    write("one/train/issue_1/metrics.csv", metrics(1_700_000_000L, 2));
    write("one/train/issue_1/target.json", "{}");
    Complaints complaints = new Complaints();
    LabelledSet set = RootCauseFormat.PETSHOP.read(folder, View.PLAIN, complaints);
    assertEquals(1, set.cases().size());
    assertEquals("one/train/issue_0", set.cases().get(0).id());
    assertEquals("front", set.cases().get(0).service());
    assertEquals("one/noissue", set.quiet().get(0).environment());
    assertEquals(1, complaints.count(), complaints.told().toString());
    assertTrue(
        kinds(RootCauseFormat.PETSHOP)
            .containsAll(EnumSet.of(BatchKind.METRICS, BatchKind.CHANGE)));
  }

  private static String[] metrics(long from, int rows) {
    String[] lines = new String[4 + rows];
    lines[0] = "microservice,front,back";
    lines[1] = "metric,latency,latency";
    lines[2] = "statistic,p90,p90";
    lines[3] = "unix_timestamp,,";
    for (int i = 0; i < rows; i++) {
      lines[4 + i] = (from + 300L * i) + ",0.25,";
    }
    return lines;
  }

  @Test
  void rootCauseBenchIsReadByIncident() throws IOException {
    String data = "set/a-thing-broke/environment/data/";
    write(data + "alert.json", "{\"service\":\"quay\",\"fired_at\":\"2026-06-18T15:06:00Z\"}");
    write(data + "metrics.csv", "timestamp,service,metric,value", "2026-06-18T15:00:00Z,quay,x,1");
    write(
        data + "logs.ndjson",
        "{\"timestamp\":\"2026-06-18T15:00:00Z\",\"service\":\"quay\","
            + "\"severity_text\":\"ERROR\",\"msg\":\"it broke\"}",
        "no json");
    write(data + "traces.json", "[]");
    write(
        data + "context/deploys.json",
        "[{\"timestamp\":\"2026-06-18T14:59:00Z\",\"service\":\"quay\","
            + "\"commit_sha\":\"abc\",\"version\":\"v1\"}]");
    write(
        "set/a-thing-broke/tests/ground_truth.json",
        "{\"root_cause_commit\":\"abc\",\"first_failing_service\":\"quay\","
            + "\"blast_radius\":[\"crane\"]}");
    Complaints complaints = new Complaints();
    LabelledSet set = RootCauseFormat.ROOTCAUSEBENCH.read(folder, View.PLAIN, complaints);
    assertEquals("abc", set.cases().get(0).change());
    assertEquals("quay", set.cases().get(0).truth());
    assertEquals(1, complaints.count(), complaints.told().toString());
    assertTrue(
        kinds(RootCauseFormat.ROOTCAUSEBENCH)
            .containsAll(EnumSet.of(BatchKind.METRICS, BatchKind.LOGS, BatchKind.CHANGE)));
  }

  @Test
  void aSpanOfTheSameTraceHasItsParentThere() throws IOException {
    String data = "set/a-thing-broke/environment/data/";
    write(data + "alert.json", "{\"service\":\"quay\",\"fired_at\":\"2026-06-18T15:06:00Z\"}");
    write(data + "metrics.csv", "timestamp,service,metric,value", "2026-06-18T15:00:00Z,quay,x,1");
    write(data + "logs.ndjson");
    write(
        data + "traces.json",
        "[{\"trace_id\":\"7c1a\",\"span_id\":\"a1\",\"parent_id\":null,\"service\":\"crane\","
            + "\"start\":\"2026-06-18T15:01:00Z\",\"duration_ms\":3},"
            + "{\"trace_id\":\"same\",\"span_id\":\"b1\",\"parent_id\":\"a1\",\"service\":\"quay\","
            + "\"start\":\"2026-06-18T15:01:00Z\",\"duration_ms\":2}]");
    assertTrue(
        kinds(RootCauseFormat.ROOTCAUSEBENCH).contains(BatchKind.CHANGE),
        "the call is declared as a dependency");
  }

  @Test
  void wilsonsIntervalHoldsTheShare() {
    double[] interval = RankFigure.wilson(9, 10);
    assertEquals(0.596, interval[0], 0.001);
    assertEquals(0.982, interval[1], 0.001);
  }
}
