// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSeriesTest {
  private static final long START = Exports.START;
  private static final long MINUTE = Exports.MINUTE;
  private static final long HOUR = 60 * MINUTE;
  private static final String INPUT = "gen_ai.usage.input_tokens";

  private final TokenSeries series = new TokenSeries();
  private final List<TokenUsage> told = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private void take(TokenPoint... points) {
    series.take(
        Exports.ACCOUNT, List.of(points), told::add, refusal -> refused.add(refusal.reason()));
  }

  private static TokenPoint point(
      TokenKind kind, boolean cumulative, long start, long end, long sum, long count) {
    long max = count < 0 ? TokenPoint.UNKNOWN : sum;
    return new TokenPoint(
        Exports.ACCOUNT, kind.ordinal(), kind, cumulative, start, end, sum, count, max);
  }

  private static TokenPoint counted(long start, long end, long sum) {
    return point(TokenKind.INPUT_OF_CALLS, true, start, end, sum, sum);
  }

  private static TokenPoint delta(long end, long sum) {
    return point(TokenKind.INPUT_OF_CALLS, false, end - MINUTE, end, sum, sum);
  }

  private List<Long> input() {
    return told.stream().map(usage -> usage.tokens().get(INPUT)).toList();
  }

  @Test
  void aSeriesSeenLongAfterItsStartBeginsWithItsFirstPoint() {
    long seen = START + 2 * HOUR;
    take(counted(START, seen, 100));
    take(counted(START, seen + MINUTE, 130));
    assertEquals(List.of(30L), input());
    assertEquals(30, told.get(0).calls());
    assertEquals(
        List.of("seen first long after its start: what was counted before is not charged"),
        refused);
  }

  @Test
  void aSeriesSeenWithinAnHourOfItsStartCountsWhole() {
    take(counted(START, START + HOUR, 100));
    assertEquals(List.of(100L), input());
    assertEquals(List.of(), refused);
  }

  @Test
  void aSeriesThatDoesNotSayItsStartBeginsWithItsFirstPoint() {
    take(counted(0, START, 100));
    take(counted(0, START + MINUTE, 130));
    take(counted(START + 2 * MINUTE, START + 2 * MINUTE, 9));
    take(counted(START + 2 * MINUTE, START + 3 * MINUTE, 16));
    assertEquals(List.of(30L, 7L), input());
    String reason = "does not say since when it counts: what was counted before is not charged";
    assertEquals(List.of(reason, reason), refused);
  }

  @Test
  void aNewStartCountsFromZeroHoweverLateItIsSeen() {
    take(counted(START, START + MINUTE, 100));
    take(counted(START + 2 * MINUTE, START + 3 * HOUR, 40));
    take(counted(START + 2 * MINUTE, START + 4 * HOUR, 45));
    assertEquals(List.of(100L, 40L, 5L), input());
    assertEquals(List.of(), refused);
  }

  @Test
  void processesThatSayTheyAreTheSameCountEachByItself() {
    for (int minute = 1; minute <= 3; minute++) {
      for (int process = 0; process < 64; process++) {
        take(counted(START + process, START + minute * MINUTE + process, 10L * minute));
      }
    }
    assertEquals(3 * 64, told.size());
    assertTrue(input().stream().allMatch(tokens -> tokens == 10), told::toString);
  }

  @Test
  void ofTooManyStartsTheOldestIsForgottenAndNotCountedAgain() {
    for (int life = 0; life < 65; life++) {
      take(counted(START + 10L * life, START + 10L * life + 1, 10));
    }
    take(counted(START, START + MINUTE, 1000));
    assertEquals(65, told.size());
    assertEquals(
        List.of("one of too many starts to remember: what was counted before is not charged"),
        refused);
  }

  @Test
  void aFallWithoutANewStartIsToldAndANewBeginning() {
    take(counted(START, START + MINUTE, 100));
    take(counted(START, START + 2 * MINUTE, 60));
    take(counted(START, START + 3 * MINUTE, 75));
    assertEquals(List.of(100L, 15L), input());
    assertEquals(
        List.of("fell from 100 to 60 without a new start: what was counted between is not charged"),
        refused);
  }

  @Test
  void whatIsExportedAgainOrEarlierAddsNothing() {
    take(counted(START, START + 2 * MINUTE, 100));
    take(counted(START, START + 2 * MINUTE, 100));
    take(counted(START, START + MINUTE, 40));
    take(counted(START, START + 3 * MINUTE, 100));
    assertEquals(List.of(100L), input());
    assertEquals(List.of(), refused);
  }

  @Test
  void aPieceThatContradictsAnotherOfItsIntervalIsTold() {
    take(delta(START, 5));
    take(delta(START, 5));
    take(delta(START, 6));
    assertEquals(List.of(5L), input());
    assertEquals(List.of("contradicts another of its interval, of 5 tokens"), refused);
  }

  @Test
  void aPieceThatComesAnHourBehindOthersIsTold() {
    take(delta(START + HOUR + 1, 5));
    take(delta(START, 6));
    take(delta(START + 1, 7));
    assertEquals(List.of(5L, 7L), input());
    assertEquals(List.of("came an hour behind others: it may have been charged before"), refused);
  }

  @Test
  void whatEndsTogetherIsOneUsageAndWhatComesLateCompletesIt() {
    take(point(TokenKind.INPUT_OF_CALLS, false, START, START + MINUTE, 9, 2));
    take(point(TokenKind.OUTPUT_OF_CALLS, false, START, START + MINUTE, 4, 3));
    TokenUsage whole = told.get(1);
    assertEquals(2, whole.revision());
    assertEquals(Map.of(INPUT, 9L, "gen_ai.usage.output_tokens", 4L), whole.tokens());
    assertEquals(3, whole.calls());
    assertEquals(9, whole.largestInput());
  }

  @Test
  void countersCountAndHistogramsOfTheSameTokensSayOfHowManyCalls() {
    take(
        point(TokenKind.INPUT, true, START, START + MINUTE, 100, -1),
        point(TokenKind.CACHE_READ, true, START, START + MINUTE, 80, -1),
        point(TokenKind.INPUT_OF_CALLS, true, START, START + MINUTE, 100, 2));
    assertEquals(
        List.of(Map.of(INPUT, 100L, "gen_ai.usage.cache_read.input_tokens", 80L)),
        told.stream().map(TokenUsage::tokens).toList());
    assertEquals(2, told.get(0).calls());
  }

  @Test
  void whereOnlyCountersCountNobodyKnowsOfHowManyCalls() {
    take(point(TokenKind.AUDIO_INPUT, false, START, START + MINUTE, 100, -1));
    assertEquals(0, told.get(0).calls());
    assertEquals(TokenPoint.UNKNOWN, told.get(0).largestInput());
    assertEquals(
        Map.of(INPUT, 100L, "gen_ai.usage.audio.input_tokens", 100L), told.get(0).tokens());
  }

  @Test
  void aSeriesThatIsSilentForAWeekIsForgotten() {
    take(counted(START, START + MINUTE, 100));
    long week = 7 * 24 * 3_600_000L;
    series.endIfAfter((START + MINUTE) / 1_000_000 + week - 1);
    assertTrue(!series.isOver());
    series.endIfAfter(series.endMs());
    assertTrue(series.isOver());
    take(counted(START, START + 200 * HOUR, 900));
    assertEquals(List.of(100L), input());
    assertEquals(1, refused.size());
  }

  @Test
  void anAccountIsReadAsItWasWritten() {
    TokenAccount account =
        new TokenAccount("", "a|b\\", "1f", Map.of("tenant", "|\\|", "team", "t"));
    assertEquals(account, TokenAccount.parse(account.text()));
  }
}
