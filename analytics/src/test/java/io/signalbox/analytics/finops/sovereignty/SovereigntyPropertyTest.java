// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SovereigntyPropertyTest {
  private static final int CASES = 100_000;

  @Test
  void neitherAHigherPriceOfMachinesNorALaxerClassEverSpeaksForMoreOfThem() {
    Random random = new Random(6);
    Map<Answer, Integer> seen = new EnumMap<>(Answer.class);
    for (int i = 0; i < CASES; i++) {
      GeneratedWorkload one = new GeneratedWorkload(random);
      BigDecimal price = price(random);
      int risk = random.nextInt(101);
      Answer answer = one.advise(price, risk, false).answer();
      seen.merge(answer, 1, Integer::sum);
      BigDecimal more = price.add(BigDecimal.valueOf(random.nextInt(300), 2));
      Answer dearer = one.advise(more, risk, false).answer();
      assertTrue(dearer.compareTo(answer) <= 0, () -> answer + " became " + dearer);
      int higher = risk + random.nextInt(101 - risk);
      Answer stricter = one.advise(price, higher, random.nextInt(5) == 0).answer();
      assertTrue(stricter.compareTo(answer) >= 0, () -> answer + " became " + stricter);
    }
    // cases in which nothing could change would prove nothing
    assertTrue(seen.values().stream().allMatch(n -> n > CASES / 100), seen::toString);
    assertEquals(3, seen.size());
  }

  @Test
  void answersAreThoseOfAReplayThatTriesEverything() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      GeneratedWorkload one = new GeneratedWorkload(random);
      BigDecimal price = price(random);
      int risk = random.nextInt(101);
      Advice advice = one.advise(price, risk, false);
      assertEquals(slow(one, price, risk), advice.answer(), "case " + i);
    }
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(400), 2);
  }

  /** Looks at each window by itself, again and again, and holds what it advised by hand. */
  private static Answer slow(GeneratedWorkload one, BigDecimal price, int risk) {
    Answer current = Answer.KEEP_API;
    List<Answer[]> said = new ArrayList<>();
    for (int w = 0; w < one.calls.size(); w++) {
      said.add(window(one, w, price, risk));
      if (said.size() >= one.agree) {
        List<Answer[]> last = said.subList(said.size() - one.agree, said.size());
        for (Answer wanted : List.of(Answer.HYBRID, Answer.SELF_HOST)) {
          boolean all = last.stream().allMatch(pair -> pair[0].compareTo(wanted) >= 0);
          current = all && current.compareTo(wanted) < 0 ? wanted : current;
        }
        for (Answer wanted : List.of(Answer.HYBRID, Answer.KEEP_API)) {
          boolean all = last.stream().allMatch(pair -> pair[1].compareTo(wanted) <= 0);
          current = all && current.compareTo(wanted) > 0 ? wanted : current;
        }
      }
    }
    return current;
  }

  private static Answer[] window(GeneratedWorkload one, int w, BigDecimal price, int risk) {
    int bins = 288 * one.days;
    BigDecimal[] cost = new BigDecimal[bins];
    BigDecimal[] seconds = new BigDecimal[bins]; // of a replica, twentyfold: 1/8 and 1/2.5
    Arrays.fill(cost, BigDecimal.ZERO);
    Arrays.fill(seconds, BigDecimal.ZERO);
    BigDecimal bought = BigDecimal.ZERO;
    for (GeneratedWorkload.Call call : one.calls.get(w)) {
      int bin = (int) ((call.atMs() - (long) w * one.days * GeneratedWorkload.DAY) / 300_000);
      cost[bin] = cost[bin].add(call.cost());
      seconds[bin] =
          seconds[bin]
              .add(new BigDecimal(call.input()).multiply(new BigDecimal("2.5")))
              .add(new BigDecimal(call.output()).multiply(new BigDecimal("8")));
      bought = bought.add(call.cost());
    }
    BigDecimal best = null;
    Answer way = Answer.KEEP_API;
    long following = 0;
    long peak = 0;
    for (int bin = 0; bin < bins; bin++) {
      long replicas = needs(one, seconds[bin]);
      following += replicas;
      peak = Math.max(peak, replicas);
    }
    for (long standing = 1; standing <= peak; standing++) {
      boolean all = standing == peak;
      long held = all ? following : standing * (long) bins;
      if (!all && (standing < one.hosting(price).leastReplicas() || held > following)) {
        continue;
      }
      BigDecimal[] byDay = new BigDecimal[one.days];
      Arrays.fill(byDay, BigDecimal.ZERO);
      for (int bin = 0; bin < bins; bin++) {
        byDay[bin / 288] = byDay[bin / 288].add(part(all, standing, cost[bin], seconds[bin]));
      }
      BigDecimal premium =
          BigDecimal.ONE.add(new BigDecimal("0.8").multiply(BigDecimal.valueOf(risk, 2)));
      BigDecimal saves =
          lower(byDay)
              .multiply(premium)
              .subtract(new BigDecimal("1.25").multiply(BigDecimal.valueOf(one.days)))
              .multiply(BigDecimal.valueOf(12))
              .subtract(price.multiply(BigDecimal.valueOf(held)));
      if (best == null || saves.compareTo(best) > 0) {
        best = saves;
        way = all ? Answer.SELF_HOST : Answer.HYBRID;
      }
    }
    BigDecimal margin = bought.multiply(one.margin).multiply(BigDecimal.valueOf(12));
    boolean wins = best != null && best.compareTo(margin) > 0;
    boolean holds = best != null && best.compareTo(margin.negate()) > 0;
    return new Answer[] {wins ? way : Answer.KEEP_API, holds ? way : Answer.KEEP_API};
  }

  private static long needs(GeneratedWorkload one, BigDecimal work) {
    long replicas = one.hosting(BigDecimal.ONE).leastReplicas();
    while (does(replicas).compareTo(work) < 0) {
      replicas++;
    }
    return replicas;
  }

  private static BigDecimal does(long replicas) {
    return new BigDecimal("4200").multiply(BigDecimal.valueOf(replicas)); // 20 * 300 s * 0.7
  }

  private static BigDecimal part(boolean all, long standing, BigDecimal cost, BigDecimal work) {
    return all || does(standing).compareTo(work) >= 0
        ? cost
        : cost.multiply(does(standing)).divide(work, 24, RoundingMode.DOWN);
  }

  /** The lower end of the interval, drawn as the advice draws it. */
  private static BigDecimal lower(BigDecimal[] byDay) {
    SplittableRandom random = new SplittableRandom(20_251_007L);
    List<BigDecimal> sums = new ArrayList<>();
    for (int draw = 0; draw < GeneratedWorkload.DRAWS; draw++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int day = 0; day < byDay.length; day++) {
        sum = sum.add(byDay[random.nextInt(byDay.length)]);
      }
      sums.add(sum);
    }
    sums.sort(null);
    return sums.get(1);
  }
}
