// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static Play calm() {
    return new Play().calls("web", "cart", 0, 900).calls("cart", "db", 0, 900);
  }

  private static String title(Play play) {
    List<Incident> revisions = play.until(900);
    assertFalse(revisions.isEmpty());
    return revisions.get(revisions.size() - 1).title();
  }

  private static boolean hasUnit(String title) {
    return title.matches(".*\\d (us|ms|s|%)\\b?( .*|;.*|$)");
  }

  @Test
  void whatSpansCountedHasAUnit() {
    String title = title(calm().duration("cart", 600, 0, 4).errors("cart", 600, 0, 0.5));
    assertTrue(hasUnit(title), title);
  }

  @Test
  void noDurationIsBelowZeroWhateverWasForecast() {
    Play play = calm().episode(EpisodeKind.DURATION, "cart", null, "GET /", 600, 0, 400_000, -4663);
    assertTrue(title(play).contains("400 ms instead of 0 us"), title(play));
  }

  @Test
  void aMetricIsToldAsItIsBecauseNobodyKnowsItsUnit() {
    String title = title(calm().metric("cart", "latency p90", 600, 0).silence("cart", 600, 0));
    assertFalse(hasUnit(title), title);
    title =
        title(
            calm()
                .metric("cart", "latency p90", 600, 0)
                .metric("cart", "latency p50", 600, 0)
                .metric("cart", "errors", 600, 0));
    assertFalse(hasUnit(title), title);
    assertTrue(title.contains(" is 95, usually 40"), title);
  }

  @Test
  void aMetricOfAnEdgeIsToldAsItIs() {
    String title =
        title(
            calm()
                .metric("web", "client.duration.p90{peer.service=cart}", 600, 0)
                .metric("web", "client.errors{peer.service=cart}", 600, 0));
    assertTrue(title.contains("calls from web to cart"), title);
    assertTrue(title.contains("{peer.service=cart} is 95, usually 40"), title);
  }
}
