// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.patterns.Combining;
import io.signalbox.analytics.patterns.Judging;
import io.signalbox.analytics.patterns.ReadingKind;
import io.signalbox.analytics.patterns.Selection;
import io.signalbox.analytics.patterns.Sighting;
import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.patterns.SymptomSource;
import io.signalbox.analytics.patterns.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SymptomCutterTest {
  private static final long T0 = 1_700_000_040_000L;
  private static final Map<String, String> POD =
      Map.of("service.name", "pay", "service.instance.id", "i1", "k8s.node.name", "n1");

  private static SymptomRow row(
      SymptomSource source,
      List<String> names,
      Map<String, List<String>> where,
      List<String> contains,
      @Nullable String of) {
    Selection selection = new Selection(source, names, List.of(), where, 13, contains, true);
    Threshold some = new Threshold(Threshold.Comparison.ABOVE, 0);
    Judging judging =
        new Judging(
            of == null ? ReadingKind.COUNT : ReadingKind.LEVEL,
            of,
            Combining.MAX,
            false,
            0,
            0,
            some,
            some.negated(),
            1,
            0,
            0,
            0);
    return new SymptomRow("row", "it", selection, judging, true, Map.of("name", "new|old"));
  }

  private static Sought sought(SymptomRow... rows) {
    return new Sought(List.of(rows), Objectives.NONE);
  }

  private static List<SignalBatch> batches(SymptomRow row, SignalKind kind, byte[] request) {
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(4, sought(row))
        .cut(kind, new Origin("file", 0, 0, Long.MAX_VALUE), request, batches::add);
    return batches.stream().filter(batch -> batch.kind() == BatchKind.SYMPTOMS).toList();
  }

  private static List<Sighting> cut(SymptomRow row, SignalKind kind, byte[] request) {
    return batches(row, kind, request).stream()
        .flatMap(batch -> SightingCodec.read(batch.payload()).stream())
        .toList();
  }

  @Test
  void onlyPointsOfAMetricThatIsNamedAndFitsAreSent() {
    SymptomRow row =
        row(
            SymptomSource.METRIC,
            List.of("pool"),
            Map.of("state", List.of("used")),
            List.of(),
            null);
    byte[] request =
        Requests.metrics(
            POD,
            Requests.gauge("pool", T0, 19, Map.of("state", "used", "old", "db")),
            Requests.gauge("pool", T0, 1, Map.of("state", "idle")),
            Requests.gauge("pools", T0, 7, Map.of("state", "used")));
    List<Sighting> seen = cut(row, SignalKind.METRICS, request);
    assertEquals(1, seen.size());
    assertEquals(19.0, seen.get(0).value());
    assertEquals(Map.of("instance", "i1", "node", "n1", "name", "db"), seen.get(0).fields());
    assertEquals("pay", batches(row, SignalKind.METRICS, request).get(0).service());
  }

  @Test
  void whatTwoRowsLookAtIsSentOnce() {
    SymptomRow row = row(SymptomSource.METRIC, List.of("pool"), Map.of(), List.of(), null);
    SymptomRow other =
        new SymptomRow("other", "that", row.selection(), row.judging(), true, row.fields());
    byte[] request = Requests.metrics(POD, Requests.gauge("pool", T0, 19, Map.of()));
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(4, sought(row, other))
        .cut(SignalKind.METRICS, new Origin("file", 0, 0, Long.MAX_VALUE), request, batches::add);
    List<Sighting> seen =
        batches.stream()
            .filter(batch -> batch.kind() == BatchKind.SYMPTOMS)
            .flatMap(batch -> SightingCodec.read(batch.payload()).stream())
            .toList();
    assertEquals(List.of(1L), seen.stream().map(Sighting::count).toList());
    assertEquals(row.look(), seen.get(0).look());
  }

  @Test
  void alikeRecordsOfASecondAreCountedAndMilderOnesLeftOut() {
    SymptomRow row =
        row(SymptomSource.LOG, List.of(), Map.of(), List.of("no space left on device"), null);
    byte[] request =
        Requests.logs(
            POD,
            Requests.log(T0, 17, "write to /d/1: No space left on device", Map.of()),
            Requests.log(T0 + 1, 17, "write to /d/2: No space left on device", Map.of()),
            Requests.log(T0 + 2, 9, "write to /d/2: No space left on device", Map.of()),
            Requests.log(T0 + 2, 17, "all is well", Map.of()));
    List<Sighting> seen = cut(row, SignalKind.LOGS, request);
    assertEquals(1, seen.size());
    assertEquals(2, seen.get(0).count());
    assertEquals(T0 + 1, seen.get(0).atMs());
  }

  @Test
  void anEventOfKubernetesIsAboutTheWorkloadOfItsPod() {
    SymptomRow row =
        row(
            SymptomSource.LOG,
            List.of(),
            Map.of("k8s.event.reason", List.of("OOMKill*")),
            List.of(),
            null);
    byte[] request =
        Requests.logs(
            Map.of("k8s.object.kind", "Pod", "k8s.object.name", "cart-6d4cf56db6-x7k2p"),
            Requests.log(T0, 13, "killed", Map.of("k8s.event.reason", "OOMKilling")));
    assertEquals("cart", batches(row, SignalKind.LOGS, request).get(0).service());
    assertEquals(1, cut(row, SignalKind.LOGS, request).size());
  }

  @Test
  void aScoreIsReadFromTheAttributeThatHoldsIt() {
    SymptomRow row =
        row(SymptomSource.LOG, List.of("eval"), Map.of("who", List.of("!bot")), List.of(), "score");
    byte[] request =
        Requests.logs(
            POD,
            Requests.log(T0, 13, "", Map.of("event.name", "eval", "score", "0.4")),
            Requests.log(T0, 13, "", Map.of("event.name", "eval", "score", "0.9", "who", "bot")),
            Requests.log(T0, 13, "", Map.of("event.name", "eval")));
    assertEquals(
        List.of(0.4), cut(row, SignalKind.LOGS, request).stream().map(Sighting::value).toList());
  }

  @Test
  void failedSpansAreAskedAndOthersAreNot() {
    SymptomRow row =
        row(SymptomSource.SPAN, List.of(), Map.of("error.type", List.of("*SSL*")), List.of(), null);
    byte[] request =
        Requests.spans(
            POD,
            Requests.span(
                T0, true, Map.of("error.type", "javax.net.ssl.SSLException", "new", "bank")),
            Requests.span(T0, false, Map.of("error.type", "SSL")),
            Requests.span(T0, true, Map.of("error.type", "timeout")));
    List<Sighting> seen = cut(row, SignalKind.TRACES, request);
    assertEquals(1, seen.size());
    assertEquals("bank", seen.get(0).fields().get("name"));
  }

  @Test
  void thatSomeoneSpeaksIsSaidAtTheEndOfTheMinuteHoweverOftenTheyDo() {
    SymptomRow row = row(SymptomSource.PRESENCE, List.of(), Map.of(), List.of(), null);
    byte[] request =
        Requests.logs(
            POD,
            Requests.log(T0, 9, "a", Map.of()),
            Requests.log(T0 + 1500, 9, "b", Map.of()),
            Requests.log(T0 + 60_000, 9, "c", Map.of()));
    List<Sighting> seen = cut(row, SignalKind.LOGS, request);
    long minute = Math.floorDiv(T0, 60_000) * 60_000;
    assertEquals(
        List.of(minute + 59_000, minute + 119_000), seen.stream().map(Sighting::atMs).toList());
    assertEquals("n1", seen.get(0).fields().get("node"));
    assertEquals(
        List.of(minute + 59_000),
        cut(row, SignalKind.METRICS, Requests.metrics(POD, Requests.gauge("m", T0, 1, Map.of())))
            .stream()
            .map(Sighting::atMs)
            .toList());
  }

  @Test
  void starsStandForAnyTextWhateverItsCase() {
    assertTrue(new Glob("*").fits("x"));
    assertFalse(new Glob("*").fits(""));
    assertTrue(new Glob("*conn*refused*").fits("xConnection_REFUSED"));
    assertFalse(new Glob("a*b*c").fits("abxb"));
    assertFalse(new Glob("aba*aba").fits("ababa"));
    assertTrue(new Glob("5*").fits("503"));
    assertFalse(new Glob("50").fits("503"));
  }
}
