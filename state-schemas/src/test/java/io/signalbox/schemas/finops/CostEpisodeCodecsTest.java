// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.anomalies.Callers;
import io.signalbox.analytics.finops.anomalies.CostHistory;
import io.signalbox.analytics.finops.anomalies.CostRevision;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.analytics.finops.anomalies.CostWatch;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CostEpisodeCodecsTest {
  private static final long HOUR = 3_600_000L;
  private static final long START = 1_759_276_800_000L;
  private static final CostSubject ACME = new CostSubject(Dimension.TENANT, "acme=é");

  private final CostWatch watch = new CostWatch();
  private final List<CostRevision> told = new ArrayList<>();

  private static Flow flow(long calls, long tokens) {
    BigDecimal quantity = BigDecimal.valueOf(calls * tokens);
    BigDecimal cost = quantity.multiply(new BigDecimal("0.000010"));
    return new Flow(
        cost,
        new BigDecimal("-0.5"),
        calls,
        Map.of(Meter.OUT_TEXT, quantity),
        Map.of(Meter.OUT_TEXT, cost));
  }

  /** Sixty usual hours of two models, then more. */
  private void hour(CostHistory history, int hour) {
    long tokens = hour < 60 ? 100 + hour % 7 : 2000;
    Map<String, Flow> used =
        Map.of("large", flow(50 + hour % 5, tokens), "small", flow(20, 10 + hour % 3));
    watch.take(history, START + hour * HOUR, new TreeMap<>(used), told::add);
  }

  @Example
  void theBytesOfAHistoryStayAsTheyWere() throws IOException {
    CostHistory history = new CostHistory(ACME);
    for (int hour = 0; hour < 62; hour++) {
      hour(history, hour);
    }
    assertNotNull(history.tracks().get(0).run);
    byte[] bytes = Golden.expect("cost-history-v1", CostHistoryCodec.write(history));
    CostHistory read = CostHistoryCodec.read(ACME, bytes);
    assertArrayEquals(bytes, CostHistoryCodec.write(read));
    assertEquals(history.nextMs, read.nextMs);
    assertEquals(history.usedMs, read.usedMs);
    assertEquals(history.usedHours, read.usedHours);
  }

  /** Written and read again after any hour, it goes on as if it had not been. */
  @Property(tries = 20)
  void aHistoryThatWasReadGoesOnTheSame(@ForAll @IntRange(max = 70) int at) {
    told.clear();
    CostHistory kept = new CostHistory(ACME);
    for (int hour = 0; hour < 75; hour++) {
      hour(kept, hour);
    }
    List<CostRevision> expected = List.copyOf(told);
    told.clear();
    CostHistory restored = new CostHistory(ACME);
    for (int hour = 0; hour < 75; hour++) {
      hour(restored, hour);
      if (hour == at) {
        restored = CostHistoryCodec.read(ACME, CostHistoryCodec.write(restored));
      }
    }
    assertEquals(expected, told);
    assertArrayEquals(CostHistoryCodec.write(kept), CostHistoryCodec.write(restored));
  }

  @Example
  void theBytesOfSumsStayAsTheyWere() throws IOException {
    SubjectCost cost = new SubjectCost(ACME, START, "large", flow(5, 100));
    byte[] part = Golden.expect("subject-cost-v1", SubjectCostSerializer.INSTANCE.write(cost));
    assertArrayEquals(
        part, SubjectCostSerializer.INSTANCE.write(SubjectCostSerializer.INSTANCE.read(part)));
    Owner owner = new Owner("t", null, "search", null, "eu", null);
    OpenCost open = new OpenCost(new FlowKey(START, owner, "p", "large", true), flow(5, 100));
    byte[] sum = Golden.expect("open-cost-v1", OpenCostSerializer.INSTANCE.write(open));
    OpenCost read = OpenCostSerializer.INSTANCE.read(sum);
    assertEquals(open.key(), read.key());
    assertArrayEquals(sum, OpenCostSerializer.INSTANCE.write(read));
  }

  @Example
  void theBytesOfCallersStayAsTheyWere() throws IOException {
    Callers callers = new Callers();
    Callers.Caller bot = new Callers.Caller("prod", "bot");
    callers.see(bot, START, 5);
    callers.see(bot, START + HOUR, 7);
    callers.see(new Callers.Caller("", "batch"), START + HOUR, 9);
    assertEquals(2, callers.concerned("ep-1", false, START).size());
    byte[] bytes = Golden.expect("callers-v1", CallersCodec.write(callers));
    Callers read = CallersCodec.read(bytes);
    assertEquals(callers.callers, read.callers);
    assertEquals(callers.told, read.told);
  }

  @Example
  void anotherVersionIsRefused() {
    byte[] later = {9};
    assertThrows(IllegalArgumentException.class, () -> CostHistoryCodec.read(ACME, later));
    assertThrows(IllegalArgumentException.class, () -> CallersCodec.read(later));
    assertThrows(IllegalArgumentException.class, () -> SubjectCostSerializer.INSTANCE.read(later));
    assertThrows(IllegalArgumentException.class, () -> OpenCostSerializer.INSTANCE.read(later));
  }

  @Example
  void aRecordSaysToTheLastDigitWhatWasFoundAndWhatItMeansForAService() {
    CostHistory history = new CostHistory(ACME);
    for (int hour = 0; hour < 70; hour++) {
      hour(history, hour);
    }
    CostEpisode record = CostEpisode.of(told.get(0));
    assertEquals("tenant", record.dimension());
    assertEquals(ACME, record.subject());
    assertEquals("output_length", record.driver());
    BigDecimal over = new BigDecimal(record.cost()).subtract(new BigDecimal(record.expected()));
    assertEquals(0, over.compareTo(new BigDecimal(record.over())));
    BigDecimal parts =
        record.drivers().values().stream()
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, over.compareTo(parts));
    Episode episode = record.about("prod", "bot");
    assertEquals(EpisodeStatus.OPEN, episode.status());
    assertEquals("cost of tenant=acme=é", episode.subject());
    assertEquals(record.fromAt(), episode.startedAt());
    assertNull(episode.endedAt());
  }
}
