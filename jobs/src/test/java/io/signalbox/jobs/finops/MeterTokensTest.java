// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.tokens.TokenPoint;
import io.signalbox.analytics.finops.tokens.TokenReading;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTokensTest {
  private static final int MINUTES = 30;
  private static final long MINUTE = 60_000;
  private static final long END = TokenWorld.START + (MINUTES + 1) * MINUTE;
  private static final TokenWorld WORLD = new TokenWorld(7, MINUTES);

  private static List<TokenPoint> points() throws Refusal {
    List<TokenPoint> points = new ArrayList<>();
    for (GenAiEvent event : WORLD.events) {
      TokenPoint point = TokenReading.of(event);
      if (point != null) {
        points.add(point);
      }
    }
    return points;
  }

  private static Rescaled<TokenPoint, UsageBatch> metering(boolean rocks) {
    return Rescaled.keyed(
        () -> new MeterTokens(new ExchangeRates()), TokenPoint::account, TokenPoint::endMs, rocks);
  }

  private static List<String> bytes(List<UsageBatch> told) {
    return told.stream().map(one -> HexFormat.of().formatHex(one.bytes())).sorted().toList();
  }

  private static Map<String, Usage> usages(List<UsageBatch> told) {
    Map<String, Usage> usages = new TreeMap<>();
    for (UsageBatch batch : told) {
      batch.forEach(one -> usages.put(one.key(), one.usage(one.key(), UsageCodec.plain())));
    }
    return usages;
  }

  private static long sum(Iterable<Usage> usages, String tenant, Meter meter) {
    long sum = 0;
    for (Usage usage : usages) {
      if (tenant.equals(usage.owner().tenant())) {
        sum += usage.quantities().getOrDefault(meter, BigDecimal.ZERO).longValueExact();
      }
    }
    return sum;
  }

  @Test
  void eachTokenIsOfOneUsage() throws Exception {
    Map<String, Usage> usages = usages(metering(false).step(1, points(), END));
    WORLD.used.forEach(
        (service, all) -> {
          assertEquals(all[0], sum(usages.values(), service, Meter.UNCACHED_IN));
          assertEquals(all[1], sum(usages.values(), service, Meter.OUT_TEXT));
        });
    long calls = WORLD.used.values().stream().mapToLong(all -> all[2]).sum();
    assertTrue(calls > usages.size(), usages::toString);
    assertEquals(calls, usages.values().stream().mapToLong(Usage::calls).sum());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSameIsToldInAnyOrderOverRestartsAtAnyParallelism(boolean rocks) throws Exception {
    List<String> straight = bytes(metering(false).step(1, points(), END));
    for (long seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      Rescaled<TokenPoint, UsageBatch> rescaled = metering(rocks);
      List<UsageBatch> told = new ArrayList<>();
      long from = Long.MIN_VALUE;
      for (int step = 0; step < 3; step++) {
        long to = step == 2 ? END : TokenWorld.START + (step + 1L) * 9 * MINUTE + 500;
        told.addAll(rescaled.step(1 + random.nextInt(4), arrivals(from, to, random), to));
        from = to;
      }
      assertEquals(straight, bytes(told));
    }
  }

  /** Points of a stretch of time, some of them twice, in any order. */
  private static List<TokenPoint> arrivals(long from, long to, Random random) throws Refusal {
    List<TokenPoint> arrivals = new ArrayList<>();
    for (TokenPoint point : points()) {
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        if (point.endMs() > from && point.endMs() <= to) {
          arrivals.add(point);
        }
      }
    }
    Collections.shuffle(arrivals, random);
    return arrivals;
  }

  @Test
  void whatComesBehindTheWatermarkCountsOnce() throws Exception {
    Rescaled<TokenPoint, UsageBatch> metering = metering(false);
    List<TokenPoint> points = points();
    List<UsageBatch> told = metering.step(1, points.subList(0, points.size() / 2), END);
    told.addAll(metering.behind(END, points));
    told.addAll(metering.behind(END, points));
    Map<String, Usage> usages = usages(told);
    WORLD.used.forEach(
        (service, all) -> assertEquals(all[0], sum(usages.values(), service, Meter.UNCACHED_IN)));
  }

  @Test
  void aServiceThatIsSilentForAWeekIsForgotten() throws Exception {
    Rescaled<TokenPoint, UsageBatch> metering = metering(false);
    metering.step(1, points(), END);
    long later = TokenWorld.START + 10 * 24 * 60 * MINUTE;
    metering.step(1, List.of(), later);
    TokenPoint again =
        TokenReading.of(TokenWorld.tokens("bot", "input", later + 1, 1_000_000, 1000, 1000));
    List<UsageBatch> told = metering.step(1, List.of(again), later + MINUTE);
    assertEquals(
        "seen first long after its start: what was counted before is not charged",
        told.get(0).refused().reason());
  }

  @Test
  void pointsTravelWithoutKryo() {
    TypeInformation<TokenPoint> type = TypeInformation.of(TokenPoint.class);
    PojoTypeInfo<?> pojo = assertInstanceOf(PojoTypeInfo.class, type);
    for (int i = 0; i < pojo.getArity(); i++) {
      String field = pojo.getPojoFieldAt(i).getTypeInformation().getClass().getSimpleName();
      assertTrue(!field.equals("GenericTypeInfo"), field);
    }
  }
}
