// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.tokens.TokenAccount;
import io.signalbox.analytics.finops.tokens.TokenKind;
import io.signalbox.analytics.finops.tokens.TokenPoint;
import io.signalbox.analytics.finops.tokens.TokenSeries;
import io.signalbox.analytics.finops.tokens.TokenUsage;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenSeriesCodecTest {
  private static final long START = 1_760_000_000_000_000_000L;
  private static final long MINUTE = 60_000_000_000L;
  private static final TokenAccount BOT =
      new TokenAccount("prod", "bot", "1f", Map.of("gen_ai.request.model", "m", "tenant", "t"));

  private static TokenPoint point(
      TokenKind kind, boolean cumulative, long startNs, long endNs, long sum) {
    boolean counter = kind.compareTo(TokenKind.INPUT_OF_CALLS) < 0;
    long calls = counter ? TokenPoint.UNKNOWN : 2;
    return new TokenPoint(
        BOT.text(),
        0x8000_0000_0000_0000L + kind.ordinal(),
        kind,
        cumulative,
        startNs,
        endNs,
        sum,
        calls,
        counter ? TokenPoint.UNKNOWN : sum);
  }

  private static List<TokenUsage> take(TokenSeries series, TokenPoint... points) {
    List<TokenUsage> told = new ArrayList<>();
    series.take(BOT.text(), List.of(points), told::add, refused -> {});
    return told;
  }

  /** With every kind, so that the bytes pin the place of each. */
  private static TokenSeries everything() {
    TokenSeries series = new TokenSeries();
    for (TokenKind kind : TokenKind.values()) {
      take(series, point(kind, true, START - 5, START + kind.ordinal() * MINUTE, 100));
      take(series, point(kind, false, 0, START + kind.ordinal() * MINUTE + 1, 7));
    }
    return series;
  }

  @Test
  void theBytesOfSeriesStayAsTheyWere() throws IOException {
    byte[] stored = Golden.expect("token-series-v1", TokenSeriesCodec.write(everything()));
    assertArrayEquals(stored, TokenSeriesCodec.write(TokenSeriesCodec.read(stored)));
  }

  @Property
  void aSeriesThatWasWrittenAndReadGoesOnAsOneThatWasNot(@ForAll long seed) {
    Random random = new Random(seed);
    TokenSeries kept = new TokenSeries();
    TokenSeries read = new TokenSeries();
    TokenKind[] kinds = TokenKind.values();
    for (int i = 0; i < 20; i++) {
      TokenPoint point =
          point(
              kinds[random.nextInt(kinds.length)],
              random.nextBoolean(),
              START + random.nextInt(3) * MINUTE,
              START + random.nextInt(90) * MINUTE,
              random.nextInt(50));
      assertEquals(take(kept, point), take(read, point));
      read = TokenSeriesCodec.read(TokenSeriesCodec.write(read));
    }
  }

  private static Usage usage(UsageBatch batch) {
    List<Usage> read = new ArrayList<>();
    batch.forEach(stored -> read.add(stored.usage(stored.key(), UsageCodec.plain())));
    return read.get(0);
  }

  @Test
  void aUsageIsNamedByWhoseItIsAndWhenItEnds() {
    UsageLines lines = new UsageLines(new ExchangeRates());
    TokenSeries series = new TokenSeries();
    TokenUsage told =
        take(series, point(TokenKind.INPUT_OF_CALLS, false, START, START + MINUTE, 9)).get(0);
    Usage usage = usage(lines.read(told));
    assertEquals("tokens/f3d17e18bf7f9b76/1760000060000000000", usage.id());
    assertEquals((START + MINUTE) / 1_000_000, usage.atMs());
    assertEquals("t", usage.owner().tenant());
    assertEquals("m", usage.model());
    assertEquals(2, usage.calls());
    assertEquals(9, usage.largestInput());
    assertEquals("{UNCACHED_IN=9}", "" + usage.quantities());
  }

  @Test
  void partsThatExceedTheirWholeArePutAside() {
    TokenSeries series = new TokenSeries();
    List<TokenUsage> told =
        take(
            series,
            point(TokenKind.INPUT, false, START, START + MINUTE, 9),
            point(TokenKind.CACHE_READ, false, START, START + MINUTE, 10));
    UsageBatch batch = new UsageLines(new ExchangeRates()).read(told.get(0));
    assertEquals(UsageBatch.REFUSED, batch.shard());
    assertEquals("prod/bot", batch.refused().source());
    assertEquals(true, batch.refused().quarantined());
  }
}
