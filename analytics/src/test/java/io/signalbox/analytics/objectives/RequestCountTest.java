// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.SpanCell;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestCountTest {
  private static final long T0 = 1_700_000_000_000L;

  static Objective objective(
      String id, @Nullable String caller, Indicator indicator, long thresholdUs) {
    return new Objective(
        id,
        null,
        "cart",
        caller,
        indicator,
        thresholdUs,
        new BigDecimal("0.99"),
        Duration.ofDays(28),
        null,
        null);
  }

  private static SpanCell cell(int kind, long errors, long... durationsUs) {
    int[] bins = new int[durationsUs.length];
    long[] counts = new long[durationsUs.length];
    for (int i = 0; i < durationsUs.length; i++) {
      bins[i] = DurationSketch.binOf(durationsUs[i]);
      counts[i] = 1;
    }
    return new SpanCell("Get", kind, "", "", durationsUs.length, errors, bins, counts);
  }

  private static final Objectives NAMED =
      new Objectives(
          List.of(
              objective("answers", null, Indicator.AVAILABILITY, 0),
              objective("fast", null, Indicator.LATENCY, 100_000),
              objective("fast-for-web", "web", Indicator.LATENCY, 100_000)));

  private static List<ObjectiveWindow> advance(RequestCount count, long nowMs) {
    List<ObjectiveWindow> told = new ArrayList<>();
    count.advance(nowMs, "prod", "cart", NAMED, told::add);
    return told;
  }

  @Test
  void aWindowCountsFailuresForAvailabilityAndSlowRequestsForLatency() {
    RequestCount count = new RequestCount();
    count.fold(T0, List.of(cell(2, 1, 50_000, 100_000, 300_000)), List.of());
    count.fold(T0 + 9_000, List.of(cell(2, 0, 200_000)), List.of());
    assertEquals(List.of(), advance(count, T0 + 9_999));

    Instant start = Instant.ofEpochMilli(T0);
    Instant end = Instant.ofEpochMilli(T0 + 10_000);
    assertEquals(
        List.of(
            new ObjectiveWindow("prod", "answers", start, end, 4, 1),
            new ObjectiveWindow("prod", "fast", start, end, 4, 2)),
        advance(count, T0 + 10_000));
    assertEquals(List.of(), advance(count, T0 + 60_000));
  }

  @Test
  void workThatNobodyAskedForCountsOnlyWhereNobodyIsAnswered() {
    RequestCount count = new RequestCount();
    count.fold(T0, List.of(cell(1, 1, 10)), List.of());
    assertEquals(1, advance(count, T0 + 10_000).get(0).bad());
    count.fold(T0 + 10_000, List.of(cell(1, 1, 10)), List.of());
    count.fold(T0 + 11_000, List.of(cell(1, 1, 10), cell(5, 0, 10)), List.of());
    count.fold(T0 + 12_000, List.of(cell(1, 1, 10)), List.of());
    ObjectiveWindow told = advance(count, T0 + 20_000).get(0);
    assertEquals(List.of(1L, 0L), List.of(told.requests(), told.bad()));
  }

  private static BadUsers users(String objective, boolean answered, long... hashes) {
    DistinctSketch sketch = DistinctSketch.EMPTY;
    for (long hash : hashes) {
      sketch = sketch.plus(hash);
    }
    return new BadUsers(objective, answered, sketch);
  }

  @Test
  void usersBehindBadRequestsCountOnceInAWindowAndForTheirObjective() {
    long ann = 1L << 60;
    long bob = 3L << 60;
    RequestCount count = new RequestCount();
    count.fold(T0, List.of(cell(1, 1, 10)), List.of(users("answers", false, 5L << 60)));
    count.fold(T0, List.of(cell(2, 1, 10)), List.of(users("answers", true, ann)));
    count.fold(
        T0 + 1_000,
        List.of(cell(2, 1, 10)),
        List.of(users("answers", true, ann, bob), users("answers", false, 7L << 60)));
    List<ObjectiveWindow> told = advance(count, T0 + 10_000);
    assertEquals(users("", true, ann, bob).users().toText(), told.get(0).users());
    assertEquals("", told.get(1).users());
    count.fold(T0 + 10_000, List.of(cell(2, 0, 10)), List.of());
    assertEquals("", advance(count, T0 + 20_000).get(0).users());
  }

  @Test
  void callsOverAnEdgeCountForTheObjectivesOfThatEdgeAlone() {
    EdgeSums sums = new EdgeSums();
    sums.addCall(true, 20_000, -1);
    sums.addCall(false, 500_000, -1);
    Instant start = Instant.ofEpochMilli(T0);
    Instant end = Instant.ofEpochMilli(T0 + 10_000);
    List<ObjectiveWindow> told = new ArrayList<>();
    for (String caller : List.of("web", "batch")) {
      NAMED.count(
          new EdgeWindow("prod", caller, "cart", false, start, end, 2, 1, 0, 0, 0, 0, 0),
          sums,
          told::add);
    }
    assertEquals(List.of(new ObjectiveWindow("prod", "fast-for-web", start, end, 2, 1)), told);
  }
}
