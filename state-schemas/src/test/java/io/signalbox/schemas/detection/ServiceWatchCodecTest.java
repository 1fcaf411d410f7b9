// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.FeedbackKind;
import io.signalbox.analytics.detection.ServiceWatch;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServiceWatchCodecTest {
  private static final long T0 = 1_700_000_000_000L;

  @Property(tries = 50)
  void aWatchThatIsRestoredAnywhereGoesOnTheSame(
      @ForAll long seed, @ForAll @IntRange(max = 200) int at) {
    List<Episode> straight = new ArrayList<>();
    List<Episode> restored = new ArrayList<>();
    play(new ServiceWatch("prod", "cart"), seed, 0, 200, straight);
    ServiceWatch watch = new ServiceWatch("prod", "cart");
    play(watch, seed, 0, at, restored);
    ServiceWatch again = ServiceWatchCodec.decode("prod", "cart", ServiceWatchCodec.encode(watch));
    play(again, seed, at, 200, restored);
    assertEquals(straight, restored);
    assertTrue(!straight.isEmpty());
  }

  @Test
  void bytesOfVersionOneAreReadAsTheyWereWritten() throws IOException {
    ServiceWatch watch = new ServiceWatch("prod", "cart");
    play(watch, 4, 0, 60, new ArrayList<>());
    byte[] golden = Golden.expect("service-watch-1", ServiceWatchCodec.encode(watch));
    ServiceWatch restored = ServiceWatchCodec.decode("prod", "cart", golden);
    assertArrayEquals(golden, ServiceWatchCodec.encode(restored));
  }

  @Test
  void aWatchThatWasToldSomethingIsReadAsItWasWritten() throws IOException {
    ServiceWatch watch = new ServiceWatch("prod", "cart");
    Instant at = Instant.ofEpochMilli(T0);
    var said = new Feedback("fb-1", at, "", "", null, FeedbackKind.CONFIRMED, null, "ep-1", "ann");
    watch.tell(List.of(said), T0 + 999, episode -> {});
    play(watch, 4, 0, 11, new ArrayList<>());
    byte[] golden = Golden.expect("service-watch-2", ServiceWatchCodec.encode(watch));
    ServiceWatch restored = ServiceWatchCodec.decode("prod", "cart", golden);
    assertArrayEquals(golden, ServiceWatchCodec.encode(restored));
    List<Episode> straight = new ArrayList<>();
    List<Episode> goneOn = new ArrayList<>();
    long nowMs = T0 + 30_000L * 20 + 999;
    List<Episode> over =
        IntStream.range(0, 50).mapToObj(series -> revision(nowMs, series, false)).toList();
    watch.fold(nowMs, over, straight::add);
    restored.fold(nowMs, over, goneOn::add);
    assertEquals(straight, goneOn);
    assertTrue(straight.get(0).revision() > 1, "an episode was open by feedback");
  }

  @Test
  void bytesOfAnotherVersionOrWithATailAreRefused() {
    byte[] good = ServiceWatchCodec.encode(new ServiceWatch("prod", "cart"));
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    assertThrows(
        IllegalArgumentException.class, () -> ServiceWatchCodec.decode("prod", "cart", longer));
    good[0] = 99;
    assertThrows(
        IllegalArgumentException.class, () -> ServiceWatchCodec.decode("prod", "cart", good));
  }

  /** Half-minutes in which series come and go, now and then many at once. */
  private static void play(ServiceWatch watch, long seed, int from, int to, List<Episode> said) {
    for (int step = from; step < to; step++) {
      Random random = new Random(seed * 1009 + step);
      long nowMs = T0 + 30_000L * step + 999;
      int first = random.nextInt(30);
      int count = step % 50 == 10 ? 20 : random.nextInt(2);
      List<Episode> revisions = new ArrayList<>();
      for (int i = first; i < first + count; i++) {
        revisions.add(revision(nowMs, i, random.nextBoolean() || step % 50 == 10));
      }
      watch.fold(nowMs, revisions, said::add);
    }
  }

  private static Episode revision(long nowMs, int series, boolean open) {
    Instant at = Instant.ofEpochMilli(nowMs);
    return new Episode(
        "ep-" + series,
        open ? 1 : 2,
        open ? EpisodeStatus.OPEN : EpisodeStatus.CLOSED,
        "prod",
        "cart",
        EpisodeKind.METRIC,
        "m" + series,
        null,
        at.minusSeconds(20),
        at,
        open ? null : at,
        0.6,
        1e-9 * (series + 1),
        9,
        1,
        0,
        2,
        1,
        "");
  }
}
