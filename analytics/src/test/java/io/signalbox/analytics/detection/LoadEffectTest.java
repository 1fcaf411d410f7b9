// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadEffectTest {
  private static final int DAY = 8640;

  private final Random random = new Random(3);
  private final LoadEffect effect = new LoadEffect();

  /** Three days of 10 s windows whose rate swings by a factor of nine between night and day. */
  private void learn(double exponent) {
    for (int window = 0; window < 3 * DAY; window++) {
      double rate = rate(window);
      effect.learn(micros(rate, exponent), rate);
    }
  }

  private static double rate(int window) {
    return 100 * Math.pow(3, Math.sin(2 * Math.PI * window / DAY));
  }

  private double micros(double rate, double exponent) {
    return 50_000 * Math.pow(rate / 100, exponent) * Math.exp(0.05 * random.nextGaussian());
  }

  @Test
  void aBusyHourThatAlwaysIsSlowerIsNoFault() {
    learn(0.8);
    double usual = effect.atUsualLoad(50_000, 100);
    double busy = effect.atUsualLoad(50_000 * Math.pow(3, 0.8), 300);
    assertEquals(usual, busy, 0.1 * usual);
  }

  @Test
  void aFaultAtTheUsualLoadStandsOut() {
    learn(0.8);
    assertTrue(effect.atUsualLoad(150_000, 100) > 2.5 * effect.atUsualLoad(50_000, 100));
  }

  @Test
  void whereLoadExplainsNothingNothingIsCorrected() {
    learn(0);
    assertEquals(50_000, effect.atUsualLoad(50_000, 300), 500);
  }

  @Test
  void loadNeverExplainsMoreThanAFactorOfThree() {
    learn(0.8);
    double most = 1_000_000 / LoadEffect.MOST_FACTOR;
    assertTrue(effect.atUsualLoad(1_000_000, 1e9) >= most);
  }

  @Test
  void nothingIsCorrectedBeforeAnythingIsKnown() {
    assertEquals(1234, effect.atUsualLoad(1234, 7));
  }
}
