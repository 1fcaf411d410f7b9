// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.Quarantine;
import io.signalbox.benchmarks.detection.SharedData;
import io.signalbox.schemas.finops.CatalogueJson;
import io.signalbox.schemas.finops.PriceHistoryCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real catalogue and its history; skipped without the data. */
class RealPricesTest {
  private static Path traces() {
    return SharedData.with("llm-traces").resolve("llm-traces");
  }

  @Test
  void nearlyAllTenfoldChangesWaitAndNearlyNoneBelowFivefold() throws IOException {
    Path file = traces().resolve("litellm_price_history_2025-02_2025-12.csv");
    List<PriceEvent> events = PriceHistoryCsv.read(file, note -> {});
    PriceBook.Writer book = new PriceBook.Writer();
    events.forEach(book::add);
    Set<String> waited = new HashSet<>();
    Set<String> mended = new HashSet<>();
    for (Quarantine one : book.book().quarantines()) {
      waited.add(one.model() + " " + one.field() + " " + one.claimedMs());
      mended.add(one.model() + " " + one.field() + " " + one.endedMs());
    }
    int[] changes = new int[3]; // by ratio: below 5, below 10, from there
    int[] caught = new int[3];
    int mending = 0;
    for (PriceEvent event : events) {
      BigDecimal before = event.before();
      BigDecimal price = event.price();
      if (before != null && price != null && before.signum() > 0 && price.signum() > 0) {
        int kind = ratio(before, price, "5") + ratio(before, price, "10");
        String key = event.model() + " " + event.field() + " " + event.knownMs();
        changes[kind]++;
        caught[kind] += waited.contains(key) ? 1 : 0;
        mending += kind == 2 && !waited.contains(key) && mended.contains(key) ? 1 : 0;
      }
    }
    System.out.printf(
        "waited: %d of %d below 5x, %d of %d below 10x, %d of %d from there; %d more take back a"
            + " leap%n",
        caught[0], changes[0], caught[1], changes[1], caught[2], changes[2], mending);
    assertTrue(caught[2] + mending >= 0.95 * changes[2]);
    assertTrue(caught[0] <= 0.01 * changes[0]);
  }

  private static int ratio(BigDecimal before, BigDecimal price, String times) {
    BigDecimal n = new BigDecimal(times);
    boolean leaps =
        price.compareTo(before.multiply(n)) >= 0 || before.compareTo(price.multiply(n)) >= 0;
    return leaps ? 1 : 0;
  }

  @Test
  void everyFieldOfTheCatalogueIsPricedOrHasAReason() throws IOException {
    PriceBook.Writer book = new PriceBook.Writer();
    CatalogueJson.read(traces().resolve("litellm_model_prices_2026-08.json"), book);
    PriceBook read = book.book();
    assertEquals(2984, read.size());
    assertEquals(
        List.of(),
        read.notes().stream().filter(note -> note.reason().contains("unknown")).toList());
  }
}
