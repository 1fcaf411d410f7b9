// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.detection.ModelWatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ModelWatchCodecTest {
  private static final long START_MS = 1_700_000_000_000L;

  private static ModelWatch newWatch() {
    return new ModelWatch("prod", "bot");
  }

  /** Four models, the later ones later; one announcement in a hundred seconds. */
  private static ModelWatch run(ModelWatch watch, long seed, int from, int to, List<Change> told) {
    for (int second = from; second < to; second++) {
      Random random = new Random(seed + second);
      long nowMs = START_MS + second * 1_000L;
      watch.advance(nowMs, told::add);
      TreeMap<String, Long> answers = new TreeMap<>();
      answers.put("m" + random.nextInt(1 + second / 75), 1L + random.nextInt(3));
      watch.fold(nowMs, answers, random.nextInt(100) == 0 ? List.of(nowMs - 3) : List.of());
    }
    return watch;
  }

  @Property(tries = 100)
  void aWatchThatIsRestoredGoesOnAsIfNothingHadBeen(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 299) int restoreAt) {
    List<Change> told = new ArrayList<>();
    ModelWatch whole = run(newWatch(), seed, 0, 300, told);
    List<Change> toldByParts = new ArrayList<>();
    ModelWatch first = run(newWatch(), seed, 0, restoreAt, toldByParts);
    ModelWatch restored = ModelWatchCodec.decode("prod", "bot", ModelWatchCodec.encode(first));
    assertEquals(first.nextWakeMs(), restored.nextWakeMs());
    run(restored, seed, restoreAt, 300, toldByParts);
    assertEquals(told, toldByParts);
    assertArrayEquals(ModelWatchCodec.encode(whole), ModelWatchCodec.encode(restored));
  }

  @Test
  void theBytesAreThoseOfTheReleasedLayout() throws IOException {
    List<Change> told = new ArrayList<>();
    byte[] written = ModelWatchCodec.encode(run(newWatch(), 1, 0, 300, told));
    byte[] stored = Golden.expect("model-watch-v1", written);
    ModelWatch read = ModelWatchCodec.decode("prod", "bot", stored);
    assertArrayEquals(written, ModelWatchCodec.encode(read));
  }

  @Test
  void bytesThatDoNotAddUpAreRefused() {
    byte[] bytes = ModelWatchCodec.encode(run(newWatch(), 1, 0, 100, new ArrayList<>()));
    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(IllegalArgumentException.class, () -> ModelWatchCodec.decode("prod", "bot", more));
    bytes[0] = 9;
    assertThrows(
        IllegalArgumentException.class, () -> ModelWatchCodec.decode("prod", "bot", bytes));
  }
}
