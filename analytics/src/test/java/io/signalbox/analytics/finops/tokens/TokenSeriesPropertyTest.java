// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever metrics say, in whatever order: what was used is counted once. */
class TokenSeriesPropertyTest {
  private static void takeNone(TokenRefusal refusal) {
    throw new AssertionError(refusal.toString());
  }

  /** Points as an operator takes them: all of a second at once, in their order. */
  private static List<TokenUsage> inOrder(List<TokenPoint> points) {
    TreeMap<Long, List<TokenPoint>> ticks = new TreeMap<>();
    for (TokenPoint point : points) {
      ticks.computeIfAbsent(point.endMs(), none -> new ArrayList<>()).add(point);
    }
    List<TokenUsage> told = new ArrayList<>();
    TokenSeries series = new TokenSeries();
    for (List<TokenPoint> tick : ticks.values()) {
      tick.sort(TokenPoint.ORDER);
      series.take(Exports.ACCOUNT, tick, told::add, TokenSeriesPropertyTest::takeNone);
    }
    return told;
  }

  private static List<TokenPoint> repeated(List<TokenPoint> points, Random random) {
    List<TokenPoint> arrived = new ArrayList<>(points);
    for (TokenPoint point : points) {
      if (random.nextInt(3) == 0) {
        arrived.add(point);
      }
    }
    Collections.shuffle(arrived, random);
    return arrived;
  }

  private static Map<String, Long> without0(Map<String, Long> sum) {
    Map<String, Long> left = new TreeMap<>(sum);
    left.values().removeIf(tokens -> tokens == 0);
    return left;
  }

  @Property
  void inOrderEveryTokenAndCallIsToldOnce(
      @ForAll long seed, @ForAll boolean cumulative, @ForAll boolean counters) {
    Exports exports = new Exports(seed, cumulative, counters, true);
    List<TokenUsage> told = inOrder(repeated(exports.points, new Random(seed)));
    assertEquals(without0(exports.used), without0(Exports.sum(told)));
    assertEquals(exports.calls, told.stream().mapToLong(TokenUsage::calls).sum());
    assertTrue(told.stream().allMatch(usage -> usage.revision() == 1), told::toString);
    for (TokenUsage usage : told) {
      long input = usage.tokens().getOrDefault("gen_ai.usage.input_tokens", 0L);
      assertTrue(usage.largestInput() * usage.calls() >= input, usage::toString);
    }
  }

  @Property
  void whatIsAddedUpAndWhatIsToldPieceByPieceIsTheSame(@ForAll long seed) {
    List<TokenUsage> piecewise = inOrder(new Exports(seed, false, true, true).points);
    List<TokenUsage> addedUp = inOrder(new Exports(seed, true, true, true).points);
    assertEquals(said(piecewise), said(addedUp));
  }

  private static List<String> said(List<TokenUsage> told) {
    return told.stream()
        .map(usage -> usage.endNs() + " " + usage.calls() + " " + without0(usage.tokens()))
        .toList();
  }

  @Property
  void inAnyOrderEveryTokenIsToldOnce(
      @ForAll long seed, @ForAll boolean cumulative, @ForAll boolean counters) {
    Exports exports = new Exports(seed, cumulative, counters, !counters);
    Random random = new Random(seed);
    List<TokenPoint> arrived = repeated(exports.points, random);
    List<TokenUsage> told = new ArrayList<>();
    TokenSeries series = new TokenSeries();
    for (int at = 0; at < arrived.size(); ) {
      int to = Math.min(arrived.size(), at + 1 + random.nextInt(6));
      List<TokenPoint> chunk = new ArrayList<>(arrived.subList(at, to));
      chunk.sort(TokenPoint.ORDER);
      series.take(Exports.ACCOUNT, chunk, told::add, TokenSeriesPropertyTest::takeNone);
      at = to;
    }
    assertEquals(without0(exports.used), without0(Exports.sum(told)));
  }
}
