// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.Flows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CostWatchTest {
  private static final long HOUR = 3_600_000L;
  private static final long START = 1_759_276_800_000L;
  private static final CostSubject ACME = new CostSubject(Dimension.TENANT, "acme");

  private final CostWatch watch = new CostWatch();
  private final List<CostRevision> told = new ArrayList<>();

  private static Charge charge(long atMs, String tenant, String model, long written) {
    Map<Meter, BigDecimal> quantities = Map.of(Meter.OUT_TEXT, BigDecimal.valueOf(written));
    BigDecimal price = new BigDecimal("0.00001");
    Charge.Part part =
        new Charge.Part(
            Meter.OUT_TEXT, BigDecimal.valueOf(written), "f", price, price, price, null);
    Owner owner = new Owner(tenant, null, null, null, null, null);
    Usage usage =
        new Usage(
            1, null, 1, atMs, owner, "p", model, ServiceTier.STANDARD, 0, quantities, null, false);
    return new Charge(usage, "p", List.of(part), BigDecimal.ZERO);
  }

  private static SortedMap<String, Flow> used(long hourMs, int calls, long written) {
    Flow flow = new Flow();
    for (int i = 0; i < calls; i++) {
      flow.add(charge(hourMs, "acme", "m", written + i % 7));
    }
    return new TreeMap<>(Map.of("m", flow));
  }

  private void hours(CostHistory history, int from, int to, int calls, long written) {
    for (int hour = from; hour < to; hour++) {
      long hourMs = START + hour * HOUR;
      watch.take(history, hourMs, used(hourMs, calls + hour * 7 % 5, written), told::add);
    }
  }

  private List<CostRevision> told(boolean perRequest) {
    return told.stream().filter(one -> one.anomaly().perRequest() == perRequest).toList();
  }

  @Example
  void anEpisodeOpensAtTheEndOfTheFirstUnusualHourAndClosesAfterThePause() {
    CostHistory history = new CostHistory(ACME);
    hours(history, 0, 100, 60, 100);
    assertEquals(List.of(), told);
    hours(history, 100, 102, 60, 900);
    hours(history, 102, 110, 60, 100);

    List<CostRevision> calls = told(true);
    CostRevision open = calls.get(0);
    assertEquals(EpisodeStatus.OPEN, open.status());
    assertEquals(START + 101 * HOUR, open.toldMs());
    assertEquals(START + 100 * HOUR, open.anomaly().fromMs());
    assertEquals(Driver.OUTPUT_LENGTH, open.anomaly().driver());
    CostRevision closed = calls.get(calls.size() - 1);
    assertEquals(EpisodeStatus.CLOSED, closed.status());
    assertEquals(START + 102 * HOUR, closed.anomaly().toMs());
    assertEquals(START + 105 * HOUR, closed.toldMs());
    assertEquals(1, calls.stream().map(CostRevision::id).distinct().count());
    for (int i = 0; i < calls.size(); i++) {
      assertEquals(i + 1, calls.get(i).revision());
    }
    assertNull(history.tracks().get(1).run);
  }

  @Example
  void theReturnToWhatWasUsualBeforeIsNoEpisode() {
    CostHistory history = new CostHistory(ACME);
    hours(history, 0, 100, 60, 100);
    hours(history, 100, 104, 60, 900);
    hours(history, 104, 130, 60, 100);
    assertTrue(told.stream().noneMatch(one -> one.anomaly().cheaper()), "" + told);
  }

  @Example
  void unusualHoursDoNotBecomeWhatIsUsual() {
    CostHistory history = new CostHistory(ACME);
    hours(history, 0, 100, 60, 100);
    hours(history, 100, 103, 60, 900);
    long usual = history.week().sum().hours();
    assertEquals(99, usual, "the first hour is not judged, the last three are unusual");
  }

  @Example
  void stateIsOfConstantSizeHoweverLongItIsWatched() {
    CostHistory history = new CostHistory(ACME);
    hours(history, 0, 1000, 5, 100);
    assertTrue(history.week().sum().hours() <= 8 * 24);
    assertTrue(history.week().sum().hours() >= 7 * 24);
    UsedHours many = new UsedHours();
    for (int model = 0; model < 100; model++) {
      many.add(new TreeMap<>(Map.of("m" + model, new Flow())));
    }
    assertEquals(UsedHours.MOST_MODELS + 1, many.models().size());
  }

  @Example
  void whoUsesNothingForAWeekIsForgottenAndItsEpisodeClosed() {
    CostHistory history = new CostHistory(ACME);
    hours(history, 0, 100, 60, 100);
    hours(history, 100, 101, 600, 100);
    watch.advance(history, START + 300 * HOUR, told::add);
    assertTrue(history.isEmpty());
    Map<String, EpisodeStatus> last = new HashMap<>();
    told.forEach(one -> last.put(one.id(), one.status()));
    assertFalse(last.isEmpty());
    assertTrue(last.values().stream().allMatch(one -> one == EpisodeStatus.CLOSED), "" + last);
  }

  @Example
  void whoWasHardlyEverSeenIsForgottenAfterADay() {
    CostHistory history = new CostHistory(ACME);
    hours(history, 0, 3, 60, 100);
    watch.advance(history, START + 26 * HOUR, told::add);
    assertFalse(history.isEmpty());
    watch.advance(history, START + 30 * HOUR, told::add);
    assertTrue(history.isEmpty());
  }

  @Example
  void whatIsToldAfterTheEndOfItsHourIsJudgedInNone() {
    CostHours hours = new CostHours();
    Charge charge = charge(START + HOUR - 1, "acme", "m", 5);
    assertTrue(hours.add(Posting.of(charge)));
    assertTrue(hours.add(new Posting(START + 9 * HOUR, charge, 0, 1)), "a mended price");
    assertFalse(hours.add(new Posting(START + HOUR, charge, -1, -1)));
    List<String> sums = new ArrayList<>();
    hours.close(START + HOUR, (subject, at, model, flow) -> sums.add(subject.text()));
    Collections.sort(sums);
    assertEquals(List.of("ALL", "model=m", "provider=p", "tenant=acme"), sums);
    assertTrue(hours.open().isEmpty());
  }

  @Example
  void textsOfSeriesAreReadBack() {
    for (boolean perRequest : new boolean[] {false, true}) {
      for (CostSubject one : List.of(ACME, CostSubject.ALL)) {
        CostSeries series = new CostSeries(one, perRequest);
        assertEquals(series, CostSeries.parse(series.text()));
      }
    }
  }

  /** Hour by hour, in parts of any size and any order, it finds what the search over all finds. */
  @Property(tries = 25)
  void theStreamTellsWhatTheSearchOverAllFinds(@ForAll long seed) {
    Random random = new Random(seed);
    List<Posting> postings = postings(random);
    Flows flows = new Flows();
    postings.forEach(one -> flows.add(one.charge()));

    List<CostAnomaly> found = new ArrayList<>();
    last(postings, random).values().forEach(one -> found.add(one.anomaly()));
    assertEquals(sorted(CostAnomalies.find(flows)), sorted(found));
  }

  private static List<String> sorted(List<CostAnomaly> all) {
    List<String> texts = new ArrayList<>();
    all.forEach(one -> texts.add(one.toString()));
    Collections.sort(texts);
    return texts;
  }

  /** Two tenants and models, with hours in which one does something else. */
  private static List<Posting> postings(Random random) {
    List<Posting> all = new ArrayList<>();
    int oddFrom = 50 + random.nextInt(20);
    int oddTo = oddFrom + 1 + random.nextInt(6);
    boolean more = random.nextBoolean();
    for (int hour = 0; hour < 90; hour++) {
      for (String tenant : List.of("acme", "zeta")) {
        boolean odd = tenant.equals("acme") && hour >= oddFrom && hour < oddTo;
        int calls = 52 + random.nextInt(6) + (odd && more ? 300 : 0);
        for (int i = 0; i < calls; i++) {
          long at = START + hour * HOUR + random.nextInt((int) HOUR);
          long written = 100L + random.nextInt(20) + (odd && !more ? 900 : 0);
          all.add(Posting.of(charge(at, tenant, i % 3 == 0 ? "small" : "large", written)));
        }
      }
    }
    return all;
  }

  private Map<String, CostRevision> last(List<Posting> postings, Random random) {
    Collections.shuffle(postings, random);
    CostHours hours = new CostHours();
    Map<CostSubject, TreeMap<Long, TreeMap<String, Flow>>> gathered = new HashMap<>();
    CostHours.Sink sink =
        (subject, hour, model, flow) ->
            gathered
                .computeIfAbsent(subject, none -> new TreeMap<>())
                .computeIfAbsent(hour, none -> new TreeMap<>())
                .computeIfAbsent(model, none -> new Flow())
                .add(flow);
    for (Posting posting : postings) {
      hours.add(posting);
      if (random.nextInt(500) == 0) {
        hours.close(START + random.nextInt(90) * HOUR, sink);
      }
    }
    hours.close(START + 89 * HOUR, sink); // the last may not be whole
    Map<String, CostRevision> last = new HashMap<>();
    Map<String, Integer> revisions = new HashMap<>();
    gathered.forEach(
        (subject, used) -> {
          if (subject.dimension() == Dimension.PROVIDER) {
            return; // there is one, and the search leaves it out
          }
          CostHistory history = new CostHistory(subject);
          used.forEach(
              (hour, models) ->
                  watch.take(
                      history,
                      hour,
                      models,
                      one -> {
                        last.put(one.id(), one);
                        assertEquals(revisions.merge(one.id(), 1, Integer::sum), one.revision());
                      }));
        });
    assertEquals(new TreeSet<>(revisions.keySet()), new TreeSet<>(last.keySet()));
    return last;
  }
}
