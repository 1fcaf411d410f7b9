// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Direction;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.FeedbackKind;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceBlockTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final long DAY = 86_400_000;
  private static final ShardKey KEY = new ShardKey("prod", "pay", "");
  private static final SeriesJudge JUDGE = new SeriesJudge(SeriesSettings.defaults());

  private static ServiceBlock spoken() {
    ServiceBlock block = ServiceBlock.fresh(KEY, JUDGE);
    advance(block, T0);
    block.requests().heard(T0);
    block.requests().foldLogs(T0, List.of(new LogLine(T0, 9, "started", 1)));
    return block;
  }

  private static void advance(ServiceBlock block, long nowMs) {
    block.advance(nowMs, episode -> {}, change -> {});
  }

  @Test
  void aBlockIsReadAsItWasWritten() throws IOException {
    byte[] golden = Golden.expect("service-block-v2-series-v3", spoken().encode());
    assertArrayEquals(golden, ServiceBlock.decode(KEY, JUDGE, golden).encode());
  }

  @Test
  void aBlockOfWhichSomethingWasSaidIsReadAsItWasWritten() throws IOException {
    ServiceBlock block = spoken();
    series(block, 0, 400, 100);
    series(block, 400, 404, 900); // an episode is open
    tell(block, "fb-1", FeedbackKind.CONFIRMED, null);
    byte[] golden = Golden.expect("service-block-v3-series-v3", block.encode());
    ServiceBlock restored = ServiceBlock.decode(KEY, JUDGE, golden);
    assertArrayEquals(golden, restored.encode());
    assertEquals(series(block, 404, 420, 100), series(restored, 404, 420, 100));
    assertArrayEquals(block.encode(), restored.encode());
  }

  /** Both hold series of version 2, which have no records yet. */
  @Test
  void blocksThatHoldSeriesOfOldGoOn() throws IOException {
    for (String name : List.of("service-block-v2", "service-block-v3")) {
      ServiceBlock old = ServiceBlock.decode(KEY, JUDGE, Golden.read(name));
      ServiceBlock again = ServiceBlock.decode(KEY, JUDGE, old.encode());
      assertEquals(series(old, 404, 420, 100), series(again, 404, 420, 100));
      assertArrayEquals(old.encode(), again.encode());
    }
  }

  @Test
  void whatIsTakenBackIsGoneFromTheBytes() {
    ServiceBlock never = spoken();
    ServiceBlock told = spoken();
    tell(told, "fb-1", FeedbackKind.NORMAL, null);
    series(never, 0, 404, 100);
    series(told, 0, 404, 100);
    assertEquals(3, told.encode()[0]);
    tell(told, "fb-2", FeedbackKind.WITHDRAWN, "fb-1");
    assertArrayEquals(never.encode(), told.encode());
  }

  @Test
  void aStatementAboutASeriesThatIsToComeIsNotForgotten() {
    ServiceBlock block = ServiceBlock.fresh(KEY, JUDGE);
    tell(block, "fb-1", FeedbackKind.NORMAL, null);
    advance(block, T0 + 40 * DAY);
    assertFalse(block.forgotten());
    tell(block, "fb-2", FeedbackKind.WITHDRAWN, "fb-1");
    assertTrue(block.forgotten());
  }

  private static void tell(
      ServiceBlock block, String id, FeedbackKind kind, @Nullable String withdraws) {
    var said =
        new Feedback(
            id, Instant.ofEpochMilli(T0), "prod", "pay", "*", kind, withdraws, null, "ann");
    block.series().tell(List.of(said), KEY, T0 + 999, episode -> {});
  }

  /** Values of a series a minute apart; what was found in them. */
  private static List<Episode> series(ServiceBlock block, int from, int to, double level) {
    List<Episode> found = new ArrayList<>();
    for (int minute = from; minute < to; minute++) {
      double value = level + minute * 7 % 11;
      long atMs = T0 + minute * 60_000L;
      block
          .series()
          .observe(1, EpisodeKind.RATE, "*", KEY, atMs, value, 1, Direction.BOTH, found::add);
    }
    return found;
  }

  @Test
  void aBlockOfVersionOneGoesOnAsOneOfToday() throws IOException {
    for (String name : List.of("service-block-v1", "service-block-v1-requests-v2")) {
      byte[] old = Golden.read(name);
      assertArrayEquals(spoken().encode(), ServiceBlock.decode(KEY, JUDGE, old).encode());
    }
  }

  @Test
  void aBlockOfAVersionToComeIsRefusedByName() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> ServiceBlock.decode(KEY, JUDGE, new byte[] {9}));
    assertEquals("service block of version 9", refused.getMessage());
  }

  @Test
  void aServiceThatGoesQuietIsForgottenAfterADay() {
    ServiceBlock block = spoken();
    advance(block, T0 + DAY - 2000);
    assertFalse(block.forgotten());
    advance(block, T0 + DAY + 2 * 3_600_000);
    assertTrue(block.forgotten());
  }
}
