// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.ValueDetector;
import io.signalbox.analytics.quality.ValueShift;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectorCodecTest {
  private static final DriftSettings RULE = DriftSettings.DEFAULT;
  private static final int EVENTS = 3_000;

  private static byte[] bytes(RateDetector detector) {
    FlatWriter out = new FlatWriter(1);
    DetectorCodec.write(out, detector.memory());
    return out.toBytes();
  }

  private static byte[] bytes(ValueDetector detector) {
    FlatWriter out = new FlatWriter(1);
    DetectorCodec.write(out, detector.memory());
    return out.toBytes();
  }

  private static RateDetector again(RateDetector detector) {
    return RateDetector.of(RULE, DetectorCodec.rate(new FlatReader(bytes(detector), 1)));
  }

  private static ValueDetector again(ValueDetector detector) {
    return ValueDetector.of(RULE, DetectorCodec.value(new FlatReader(bytes(detector), 1)));
  }

  @Property(tries = 50)
  void aRateThatIsRestoredGoesOnAsIfNothingHadBeen(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int each) {
    List<@Nullable RateShift> whole = new ArrayList<>();
    List<@Nullable RateShift> parts = new ArrayList<>();
    RateDetector one = new RateDetector(RULE);
    RateDetector other = new RateDetector(RULE);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < EVENTS; i++) {
      boolean hit = random.nextDouble() < (i / 1_000 % 2 == 0 ? .1 : .4);
      whole.add(one.add(hit, i));
      parts.add(other.add(hit, i));
      if (i % each == 0) {
        other = again(other);
      }
    }
    assertEquals(whole, parts);
    assertEquals(one.memory(), other.memory());
  }

  @Property(tries = 50)
  void aNumberThatIsRestoredGoesOnAsIfNothingHadBeen(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int each) {
    List<@Nullable ValueShift> whole = new ArrayList<>();
    List<@Nullable ValueShift> parts = new ArrayList<>();
    ValueDetector one = new ValueDetector(RULE);
    ValueDetector other = new ValueDetector(RULE);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < EVENTS; i++) {
      double value = random.nextDouble() + (i / 1_000 % 2);
      whole.add(one.add(value, i));
      parts.add(other.add(value, i));
      if (i % each == 0) {
        other = again(other);
      }
    }
    assertEquals(whole, parts);
    assertEquals(one.memory(), other.memory());
  }

  @Test
  void aDetectorTakesLessThanTwoKilobytesHoweverMuchItHasSeen() {
    RateDetector rate = new RateDetector(RULE);
    ValueDetector number = new ValueDetector(RULE);
    SplittableRandom random = new SplittableRandom(5);
    int most = 0;
    for (int i = 0; i < 1_000_000; i++) {
      double value = random.nextDouble();
      rate.add(value < .3, 1_700_000_000_000L + i);
      number.add(value, 1_700_000_000_000L + i);
      if (i % 1_000 == 30) {
        most = Math.max(most, Math.max(bytes(rate).length, bytes(number).length));
      }
    }
    assertTrue(most <= 2_048, most + " bytes");
  }
}
