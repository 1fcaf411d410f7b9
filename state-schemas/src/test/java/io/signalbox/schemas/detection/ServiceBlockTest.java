// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceBlockTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final long DAY = 86_400_000;
  private static final ShardKey KEY = new ShardKey("prod", "pay", "");
  private static final SeriesSettings SETTINGS = SeriesSettings.defaults();

  private static ServiceBlock spoken() {
    ServiceBlock block = ServiceBlock.fresh(KEY, SETTINGS);
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
    byte[] golden = Golden.expect("service-block-v1-requests-v2", spoken().encode());
    assertArrayEquals(golden, ServiceBlock.decode(KEY, SETTINGS, golden).encode());
  }

  @Test
  void aBlockWhoseRequestsAreOfVersionOneIsWrittenAsOneOfToday() throws IOException {
    byte[] old = Golden.read("service-block-v1");
    assertArrayEquals(spoken().encode(), ServiceBlock.decode(KEY, SETTINGS, old).encode());
  }

  @Test
  void aBlockOfAVersionToComeIsRefusedByName() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ServiceBlock.decode(KEY, SETTINGS, new byte[] {9}));
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
