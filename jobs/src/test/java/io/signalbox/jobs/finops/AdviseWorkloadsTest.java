// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.schemas.finops.DemandPart;
import io.signalbox.schemas.finops.DemandPartSerializer;
import io.signalbox.schemas.finops.WorkloadAdvice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AdviseWorkloadsTest {
  private static final int GROUPS = 16;
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long RETENTION = Duration.ofDays(7).toMillis();
  private static final long END = UsageWorld.START + 4 * DAY;
  private static final List<Charge> CHARGES = new UsageWorld(800, 7).expected().charges();

  private final List<WorkloadAdvice> told = new ArrayList<>();

  /** Some are told late, some first otherwise, some first by another price. */
  private static List<Posting> postings() {
    Random random = new Random(3);
    List<Posting> all = new ArrayList<>();
    for (Charge charge : CHARGES) {
      long at = charge.usage().atMs();
      long late = random.nextInt(8) == 0 ? at + random.nextInt((int) DAY) : at;
      long second = Math.min(END - 1, late - late % 1000 + 999);
      long later = Math.min(END - 1, second + random.nextInt((int) (5 * HOUR)) / 1000 * 1000L);
      switch (random.nextInt(4)) {
        case 0 -> {
          Charge other = new Charge(charge.usage(), "other", charge.parts(), new BigDecimal("0.7"));
          all.add(new Posting(second, other, 1, 1));
          all.add(new Posting(later, other, -1, -1));
          all.add(new Posting(later, charge, 1, 1));
        }
        case 1 -> {
          Charge before =
              new Charge(
                  charge.usage(),
                  charge.provider(),
                  charge.parts().stream().map(AdviseWorkloadsTest::undoubted).toList(),
                  charge.difference());
          all.add(new Posting(second, before, 1, 1));
          all.add(new Posting(later, before, 0, -1));
          all.add(new Posting(later, charge, 0, 1));
        }
        default -> all.add(new Posting(second, charge, 1, 1));
      }
    }
    all.sort(Comparator.comparingLong(Posting::toldMs));
    return all;
  }

  private static Charge.Part undoubted(Charge.Part part) {
    return new Charge.Part(
        part.meter(),
        part.quantity(),
        part.field(),
        part.known(),
        part.known(),
        part.known(),
        null);
  }

  private void run(long seed, int mostBins) throws Exception {
    Random random = new Random(seed);
    Rescaled<Posting, DemandPart> gather =
        Rescaled.gathering(
            () -> new GatherDemand(mostBins), DemandPartSerializer.INSTANCE, Posting::toldMs);
    Rescaled<DemandPart, WorkloadAdvice> advise =
        Rescaled.keyed(
            () -> new AdviseWorkloads(AdviceWorld.POLICY, RETENTION),
            DemandPart::text,
            DemandPart::tickMs,
            seed % 2 == 1);
    List<Posting> all = postings();
    for (int from = 0; from < all.size(); ) {
      int end = Math.min(all.size(), from + 1 + random.nextInt(all.size() / 5));
      long watermark = end == all.size() ? END : all.get(end).toldMs() - 1;
      int parallelism = 1 + random.nextInt(4);
      List<Posting> some = new ArrayList<>(all.subList(from, end));
      Collections.shuffle(some, random);
      List<DemandPart> parts = gather.step(parallelism, some, watermark);
      told.addAll(advise.step(parallelism, parts, watermark));
      from = end;
    }
  }

  @Test
  void restoredAtOtherParallelismsInAnyAdmissibleOrderItAdvisesTheSame() throws Exception {
    List<String> expected = AdviceWorld.expected(CHARGES, END);
    List<String> first = List.of();
    for (int seed = 0; seed < 4; seed++) {
      told.clear();
      run(seed, seed < 2 ? 100_000 : 5);
      assertEquals(expected, AdviceWorld.told(told), "seed " + seed);
      List<String> revisions = told.stream().map(AdviceWorld::text).sorted().toList();
      assertEquals(first.isEmpty() ? revisions : first, revisions, "seed " + seed);
      first = revisions;
    }
    Map<String, Long> revision = new HashMap<>();
    told.sort(Comparator.comparingLong(WorkloadAdvice::revision));
    for (WorkloadAdvice one : told) {
      assertEquals(revision.merge("" + one.tenant(), 1L, Long::sum), one.revision());
    }
    assertTrue(told.stream().anyMatch(one -> one.updatedAt().isAfter(one.toAt())), "no late one");
  }

  @Test
  void whatIsToldBehindTheWatermarkIsInTheAdvice() throws Exception {
    List<DemandPart> parts =
        Rescaled.gathering(GatherDemand::new, DemandPartSerializer.INSTANCE, Posting::toldMs)
            .step(1, postings(), END);
    Rescaled<DemandPart, WorkloadAdvice> advise =
        Rescaled.keyed(
            () -> new AdviseWorkloads(AdviceWorld.POLICY, RETENTION),
            DemandPart::text,
            DemandPart::tickMs,
            false);
    int half = parts.size() / 2;
    told.addAll(advise.behind(END, parts.subList(half, parts.size())));
    told.addAll(advise.behind(END, parts.subList(0, half)));
    assertEquals(AdviceWorld.expected(CHARGES, END), AdviceWorld.told(told));
  }

  @Test
  void aWorkloadThatAsksForNothingAnyMoreIsForgotten() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new AdviseWorkloads(AdviceWorld.POLICY, RETENTION),
            DemandPart::text,
            Types.STRING,
            GROUPS,
            1,
            0)) {
      harness.open();
      List<DemandPart> parts =
          Rescaled.gathering(GatherDemand::new, DemandPartSerializer.INSTANCE, Posting::toldMs)
              .step(1, postings(), END);
      for (DemandPart part : parts) {
        harness.processElement(new StreamRecord<>(part, part.tickMs()));
      }
      harness.processWatermark(new Watermark(END));
      assertTrue(harness.numKeyedStateEntries() > 0);
      harness.processWatermark(new Watermark(END + 8 * DAY));
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());
    }
  }
}
