// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says when the distribution of a number changes: of tokens, cost, latency, scores. The first
 * values give edges that stay, and for each edge it is watched how many values lie below it; so it
 * is free of units, and no value is too large.
 */
public final class ValueDetector {
  /** Values that the edges are taken from. */
  public static final int FIRST = 40;

  /** Ranks of the edges among them: what hardly ever comes, tenths, and the middle. */
  private static final int[] RANKS = {0, 4, 20, 36, 40};

  private final DriftSettings settings;
  private final RateDetector[] detectors = new RateDetector[RANKS.length];
  private double[] first = new double[0];

  /** A detector that has seen nothing. */
  public ValueDetector(DriftSettings settings) {
    this.settings = settings.sharedBy(RANKS.length);
    clear();
  }

  private void clear() {
    first = new double[0];
    Arrays.setAll(detectors, edge -> new RateDetector(settings));
  }

  /**
   * Takes in the next value.
   *
   * @param value any number; not a number is passed over
   * @return how the share of values below one of the edges changed, if it did with certainty; the
   *     detector then starts anew
   */
  public @Nullable ValueShift add(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (first.length < FIRST) {
      first = Arrays.copyOf(first, first.length + 1);
      first[first.length - 1] = value;
      return first.length < FIRST ? null : replayFirst();
    }
    return judge(value);
  }

  /** The values that gave the edges are events like those after them. */
  private @Nullable ValueShift replayFirst() {
    double[] inOrder = first.clone();
    Arrays.sort(first);
    for (double value : inOrder) {
      judge(value);
    }
    return null;
  }

  private @Nullable ValueShift judge(double value) {
    ValueShift most = null;
    for (int i = 0; i < RANKS.length; i++) {
      boolean below = RANKS[i] < FIRST ? value < first[RANKS[i]] : value <= first[FIRST - 1];
      RateShift shift = detectors[i].add(below);
      if (shift != null && (most == null || shift.nats() > most.below().nats())) {
        most = new ValueShift(first[Math.min(RANKS[i], FIRST - 1)], shift);
      }
    }
    if (most != null) {
      clear();
    }
    return most;
  }
}
