// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.schemas.finops.AggregateCost;
import io.signalbox.schemas.finops.AggregateCostSerializer;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.ShowbackRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SumPeriodsTest {
  private static final int GROUPS = 16;
  private static final long RETENTION = Duration.ofDays(7).toMillis();
  private static final long END = CostWorld.START + 100 * CostWorld.HOUR;
  private static final long DAY = 24 * CostWorld.HOUR;

  private final Map<String, CostAggregate> sums = new TreeMap<>();
  private final Map<String, ShowbackRow> rows = new TreeMap<>();
  private final List<String> revisions = new ArrayList<>();

  /** What the tasks that charge give of some postings. */
  private static List<HourCost> hours(List<Posting> postings) {
    List<HourCost> all = new ArrayList<>();
    CostCells cells = new CostCells();
    for (Posting posting : postings) {
      cells.add(posting);
      cells.drain(
          (view, sum) -> {},
          (cell, sum) -> all.add(new HourCost(posting.toldMs(), FlowKey.of(cell), sum)));
    }
    return all;
  }

  /** The sums by window, start, dimension and value, made one posting after the other. */
  private static Map<String, String> expected() {
    Map<String, BigDecimal[]> sums = new TreeMap<>();
    for (Posting posting : CostWorld.postings()) {
      String at = Instant.ofEpochMilli(posting.charge().usage().atMs()).toString();
      String model = posting.charge().usage().model();
      String tenant = String.valueOf(posting.charge().usage().owner().tenant());
      for (String period :
          List.of(
              "hour " + at.substring(0, 13) + ":00:00Z",
              "day " + at.substring(0, 10) + "T00:00:00Z",
              "month " + at.substring(0, 7) + "-01T00:00:00Z")) {
        for (String value :
            List.of("all ALL", "tenant " + tenant, "model " + model, "provider p")) {
          add(sums, period + " " + value, posting);
        }
        for (String none : List.of("team", "feature", "agent", "region", "data_class")) {
          add(sums, period + " " + none + " UNALLOCATED", posting);
        }
      }
    }
    Map<String, String> texts = new TreeMap<>();
    sums.forEach(
        (key, sum) -> {
          if (sum[0].signum() != 0) {
            texts.put(key, text(sum[1], sum[2], sum[0].longValueExact(), sum[3].longValueExact()));
          }
        });
    return texts;
  }

  private static void add(Map<String, BigDecimal[]> sums, String key, Posting posting) {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal[] sum = sums.computeIfAbsent(key, none -> new BigDecimal[] {zero, zero, zero, zero});
    BigDecimal sign = BigDecimal.valueOf(posting.known());
    BigDecimal known = sign.multiply(posting.charge().asKnown());
    BigDecimal corrected = BigDecimal.valueOf(posting.corrected());
    sum[0] = sum[0].add(sign);
    sum[1] = sum[1].add(known);
    sum[2] = sum[2].add(known).add(corrected.multiply(posting.charge().correction()));
    BigDecimal written = posting.charge().usage().quantities().getOrDefault(Meter.OUT_TEXT, zero);
    sum[3] = sum[3].add(sign.multiply(written));
  }

  private static String text(BigDecimal known, BigDecimal corrected, long calls, long written) {
    return known.stripTrailingZeros().toPlainString()
        + " "
        + corrected.stripTrailingZeros().toPlainString()
        + " "
        + calls
        + " "
        + written;
  }

  private static String text(CostAggregate sum) {
    return text(
        new BigDecimal(sum.asKnown()),
        new BigDecimal(sum.asCorrected()),
        sum.requests(),
        sum.outputTokens());
  }

  private void take(CostAggregate sum) {
    revisions.add(sum.toString());
    String key = String.join(" ", sum.window(), "" + sum.startAt(), sum.dimension(), sum.value());
    CostAggregate before = sums.put(key, sum);
    assertEquals(before == null ? 1 : before.revision() + 1, sum.revision(), key);
  }

  private void take(ShowbackRow row) {
    revisions.add(row.toString());
    ShowbackRow before = rows.put(row.tenant(), row);
    assertTrue(before == null || before.revision() < row.revision(), row::toString);
  }

  private void run(long seed, int mostOpen) throws Exception {
    Random random = new Random(seed);
    boolean rocks = seed % 2 == 1;
    Rescaled<HourCost, AggregateCost> gather =
        Rescaled.gathering(
            () -> new GatherSums(mostOpen), AggregateCostSerializer.INSTANCE, HourCost::toldMs);
    Rescaled<AggregateCost, CostAggregate> sum =
        Rescaled.keyed(
            () -> new SumPeriods(RETENTION), AggregateCost::text, AggregateCost::tickMs, rocks);
    Rescaled<AggregateCost, ShowbackRow> show =
        Rescaled.keyed(
            () -> new TellShowback(RETENTION), AggregateCost::month, AggregateCost::tickMs, rocks);
    List<HourCost> all = hours(CostWorld.postings());
    for (int from = 0; from < all.size(); ) {
      int end = Math.min(all.size(), from + 1 + random.nextInt(all.size() / 5));
      long watermark = end == all.size() ? END : all.get(end).toldMs() - 1;
      int parallelism = 1 + random.nextInt(4);
      List<HourCost> some = new ArrayList<>(all.subList(from, end));
      Collections.shuffle(some, random);
      List<AggregateCost> parts = gather.step(parallelism, some, watermark);
      sum.step(parallelism, parts, watermark).forEach(this::take);
      List<AggregateCost> months = parts.stream().filter(AggregateCost::ofTenantAndMonth).toList();
      show.step(parallelism, months, watermark).forEach(this::take);
      from = end;
    }
  }

  @Test
  void restoredAtOtherParallelismsInAnyAdmissibleOrderItTellsTheSameSums() throws Exception {
    Map<String, String> expected = expected();
    List<String> first = List.of();
    for (int seed = 0; seed < 4; seed++) {
      sums.clear();
      rows.clear();
      revisions.clear();
      run(seed, seed < 2 ? 50_000 : 5);
      assertEquals(expected, told(), "seed " + seed);
      Collections.sort(revisions);
      assertEquals(first.isEmpty() ? revisions : first, revisions, "seed " + seed);
      first = List.copyOf(revisions);
      expectRowsToSumToTheMonth();
    }
  }

  private Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    sums.forEach(
        (key, sum) -> {
          if (sum.charges() != 0) {
            told.put(key, text(sum));
          }
        });
    return told;
  }

  private void expectRowsToSumToTheMonth() {
    BigDecimal whole = BigDecimal.ZERO;
    for (ShowbackRow row : rows.values()) {
      whole = whole.add(new BigDecimal(row.showback()));
    }
    CostAggregate all = sums.get("month 2025-10-01T00:00:00Z all ALL");
    assertTrue(all != null && whole.compareTo(new BigDecimal(all.asCorrected())) == 0);
  }

  @Test
  void whatIsToldBehindTheWatermarkIsInTheSums() throws Exception {
    List<AggregateCost> parts =
        Rescaled.gathering(GatherSums::new, AggregateCostSerializer.INSTANCE, HourCost::toldMs)
            .step(1, hours(CostWorld.postings()), END);
    Rescaled<AggregateCost, CostAggregate> sum =
        Rescaled.keyed(
            () -> new SumPeriods(RETENTION), AggregateCost::text, AggregateCost::tickMs, false);
    Rescaled<AggregateCost, ShowbackRow> show =
        Rescaled.keyed(
            () -> new TellShowback(RETENTION), AggregateCost::month, AggregateCost::tickMs, false);
    int half = parts.size() / 2;
    for (List<AggregateCost> some :
        List.of(parts.subList(half, parts.size()), parts.subList(0, half))) {
      sum.behind(END, some).forEach(this::take);
      List<AggregateCost> months = some.stream().filter(AggregateCost::ofTenantAndMonth).toList();
      show.behind(END, months).forEach(this::take);
    }
    assertEquals(expected(), told());
    expectRowsToSumToTheMonth();
  }

  @Test
  void aSumIsForgottenWhenNothingOfItCanChange() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new SumPeriods(RETENTION), AggregateCost::text, Types.STRING, GROUPS, 1, 0)) {
      harness.open();
      GatherSums gather = new GatherSums();
      List<HourCost> hours = hours(CostWorld.postings().subList(0, 5));
      List<AggregateCost> parts =
          Rescaled.gathering(() -> gather, AggregateCostSerializer.INSTANCE, HourCost::toldMs)
              .step(1, hours, END);
      for (AggregateCost part : parts) {
        harness.processElement(new StreamRecord<>(part, part.tickMs()));
      }
      harness.processWatermark(new Watermark(CostWorld.START + DAY));
      assertTrue(harness.numKeyedStateEntries() > 0);
      harness.processWatermark(new Watermark(CostWorld.START + 40 * DAY + 2 * DAY + RETENTION));
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());
    }
  }
}
