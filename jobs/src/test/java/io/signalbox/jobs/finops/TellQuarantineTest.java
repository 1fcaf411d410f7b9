// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.schemas.finops.PriceHistoryCsv;
import io.signalbox.schemas.finops.PriceQuarantine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TellQuarantineTest {
  private static final String REAL = "llm-traces/litellm_price_history_2025-02_2025-12.csv";

  private static List<PriceTelling> generated(long seed) {
    Random random = new Random(seed);
    List<PriceTelling> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long at = CostWorld.START + random.nextInt(60) * CostWorld.HOUR;
      BigDecimal price =
          List.of("1", "2", "7", "20", "100").stream()
              .map(BigDecimal::new)
              .toList()
              .get(random.nextInt(5));
      int kind = random.nextInt(8);
      PriceEvent.Judgement judged =
          kind == 0 ? new PriceEvent.Judgement(random.nextBoolean(), null) : null;
      all.add(
          new PriceTelling(
              i,
              new PriceEvent(at, "m" + i % 7, "f" + i % 3, null, kind < 2 ? null : price, judged)));
    }
    return all;
  }

  /** What the last records say, as the command does, told in some order, restored between. */
  private static List<String> told(List<PriceTelling> all, long seed, boolean rocks)
      throws Exception {
    List<PriceTelling> arrived = new ArrayList<>(all);
    Random random = new Random(seed);
    Collections.shuffle(arrived, random);
    Rescaled<PriceTelling, PriceQuarantine> tell =
        Rescaled.keyed(
            () -> new KeyedProcessOperator<>(new TellQuarantine()),
            TellQuarantine::price,
            one -> one.event().knownMs(),
            rocks);
    QuarantineLines latest = new QuarantineLines();
    int step = 1 + arrived.size() / 3;
    for (int from = 0; from < arrived.size(); from += step) {
      List<PriceTelling> some = arrived.subList(from, Math.min(arrived.size(), from + step));
      tell.step(1 + random.nextInt(4), some, from).forEach(latest::add);
    }
    return latest.lines();
  }

  private static List<String> expected(List<PriceTelling> all) throws IOException {
    PriceBook.Writer book = new PriceBook.Writer();
    all.stream().sorted(PriceTelling.ORDER).forEach(one -> book.add(one.event()));
    return QuarantineLines.of(book.book());
  }

  @Test
  void restoredAtOtherParallelismsInAnyOrderItEndsWithWhatTheCommandWrites() throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      List<PriceTelling> all = generated(seed);
      List<String> expected = expected(all);
      assertTrue(expected.size() > 20, expected::toString);
      assertEquals(expected, told(all, seed, seed % 2 == 1));
    }
  }

  @Test
  void allLeapsOfARealListAreToldAsTheCommandWritesThem() throws Exception {
    String data = System.getenv("SIGNALBOX_DATA");
    Assumptions.assumeTrue(data != null && Files.exists(Path.of(data, REAL)), "no real prices");
    List<PriceTelling> all = new ArrayList<>();
    for (PriceEvent event : PriceHistoryCsv.read(Path.of("" + data, REAL), note -> {})) {
      all.add(new PriceTelling(all.size(), event));
    }
    List<String> expected = expected(all);
    assertTrue(expected.size() > 100, "leaps: " + expected.size());
    assertEquals(expected, told(all, 1, false));
  }
}
