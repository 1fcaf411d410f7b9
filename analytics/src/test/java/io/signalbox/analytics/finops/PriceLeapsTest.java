// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriceLeapsTest {
  private static final String FIELD = "input_cost_per_token";

  private static PriceTelling price(long sequence, long atMs, String usd) {
    BigDecimal price = new BigDecimal(usd);
    return new PriceTelling(sequence, new PriceEvent(atMs, "m", FIELD, null, price, null));
  }

  private static PriceTelling judged(long sequence, long atMs, boolean approved) {
    PriceEvent.Judgement judgement = new PriceEvent.Judgement(approved, null);
    return new PriceTelling(sequence, new PriceEvent(atMs, "m", FIELD, null, null, judgement));
  }

  private static List<String> outcomes(List<PriceLeaps.Change> changes) {
    return changes.stream()
        .map(
            one -> one.leap().claimedMs() + " " + (one.withdrawn() ? "none" : one.leap().outcome()))
        .toList();
  }

  @Test
  void aLeapIsToldWhenItBeginsAndWhenItEnds() {
    PriceLeaps leaps = new PriceLeaps(List.of());
    assertEquals(List.of(), leaps.take(price(0, 10, "3")));
    assertEquals(List.of("20 waiting"), outcomes(leaps.take(price(1, 20, "30"))));
    assertEquals(List.of(), leaps.take(price(1, 20, "30")));
    PriceLeaps restored = new PriceLeaps(List.copyOf(leaps.told()));
    assertEquals(List.of("20 approved"), outcomes(restored.take(judged(2, 30, true))));
    assertEquals(
        List.of("20 superseded", "25 approved"), outcomes(restored.take(price(3, 25, "60"))));
  }

  @Test
  void aLeapThatWasNoneIsWithdrawn() {
    PriceLeaps leaps = new PriceLeaps(List.of());
    leaps.take(price(0, 10, "3"));
    leaps.take(price(1, 30, "30"));
    assertEquals(List.of("30 none"), outcomes(leaps.take(price(2, 20, "9"))));
  }

  /** Many things of few moments, so that several leaps begin and end in one. */
  @Property(tries = 300)
  void whatHoldsInTheEndIsWhatTheFoldSaysInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<PriceTelling> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long atMs = random.nextInt(12);
      all.add(
          random.nextInt(5) == 0
              ? judged(i, atMs, random.nextBoolean())
              : price(i, atMs, List.of("1", "2", "7", "20", "100").get(random.nextInt(5))));
    }
    List<PriceTelling> sorted = new ArrayList<>(all);
    sorted.sort(PriceTelling.ORDER);
    PriceFold fold = new PriceFold(FIELD);
    sorted.forEach(one -> fold.add(one.event()));
    List<String> expected = texts(fold.series().quarantines());
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(all, random);
      assertEquals(expected, held(all));
    }
  }

  private static List<String> held(List<PriceTelling> all) {
    Map<String, Quarantine> held = new HashMap<>();
    Map<String, Long> revisions = new HashMap<>();
    PriceLeaps leaps = new PriceLeaps(List.of());
    for (PriceTelling one : all) {
      for (PriceLeaps.Change change : leaps.take(one)) {
        String key = change.leap().claimedMs() + " " + change.ordinal();
        assertTrue(change.revision() > revisions.getOrDefault(key, 0L), change::toString);
        revisions.put(key, change.revision());
        held.put(key, change.leap());
        if (change.withdrawn()) {
          held.remove(key);
        }
      }
    }
    return texts(held.values());
  }

  private static List<String> texts(Iterable<Quarantine> leaps) {
    List<String> texts = new ArrayList<>();
    leaps.forEach(one -> texts.add(one.toString()));
    Collections.sort(texts);
    return texts;
  }
}
