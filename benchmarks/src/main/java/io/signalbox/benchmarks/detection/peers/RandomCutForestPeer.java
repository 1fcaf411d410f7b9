// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.peers;

import com.amazon.randomcutforest.config.ForestMode;
import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.AnomalyDescriptor;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import io.signalbox.benchmarks.detection.scoring.PointScorer;
import io.signalbox.benchmarks.detection.scoring.Scored;
import java.util.SplittableRandom;

/** The Random Cut Forest of its authors, as they publish it, at the setting that scores best. */
final class RandomCutForestPeer implements PointScorer {
  private static final int SHINGLE = 8;
  private static final int TREES = 50;
  private static final int SAMPLES = 256;
  private static final long SEED = 42;
  private static final double RAW_LIMIT = 10;

  private final ThresholdedRandomCutForest forest =
      ThresholdedRandomCutForest.builder()
          .dimensions(SHINGLE)
          .shingleSize(SHINGLE)
          .numberOfTrees(TREES)
          .sampleSize(SAMPLES)
          .randomSeed(SEED)
          .forestMode(ForestMode.STANDARD)
          .transformMethod(TransformMethod.NONE)
          .autoAdjust(true)
          .build();
  private long seen;

  @Override
  public void next(long atMs, double value, Scored out) {
    AnomalyDescriptor said = forest.process(new double[] {value}, seen++);
    double grade = said.getAnomalyGrade();
    if (grade > 0) {
      double raw = StrictMath.min(said.getRCFScore(), RAW_LIMIT);
      out.score = 0.5 * grade + 0.05 * raw;
    }
  }

  /** The bytes of the numbers in the saved state of a forest that is full. */
  static long bytes() {
    RandomCutForestPeer full = new RandomCutForestPeer();
    SplittableRandom random = new SplittableRandom(SEED);
    Scored scored = new Scored();
    for (int i = 0; i < 8 * SAMPLES; i++) {
      full.next(0, random.nextDouble(), scored);
    }
    return SavedBytes.of(new ThresholdedRandomCutForestMapper().toState(full.forest));
  }
}
