// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.analytics.detection.Combiner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns the trees of the detector. Which points of a window of NAB are meant is not known; so
 * first each half of the series says, by what it has learned from the points with the strongest
 * evidence, how abnormal those of the other half look, and then all is learned from all. Series
 * made by chance are learned from besides, always: no labelled set says how clean series look.
 */
public final class Learner {
  /** Place of the strongest evidence among the features. */
  static final int STRONGEST = 11;

  private final BoostingSettings settings;
  private final List<Examples> made;

  /** A learner with these settings. */
  public Learner(BoostingSettings settings) {
    this.settings = settings;
    this.made = Examples.made();
  }

  /**
   * What was learned.
   *
   * @param trees from all series
   * @param crossed from the series at odd places, and from those at even ones: each knows nothing
   *     about the other half
   */
  public record Learned(Trees trees, List<Trees> crossed) {
    /** Weights that know nothing about the series at a place. */
    public Combiner strangerTo(int place) {
      return crossed.get(place % 2).combiner();
    }
  }

  /** Learns from series; their order matters. */
  public Learned learn(List<Examples> all) {
    List<double[]> looks = new ArrayList<>();
    for (Examples one : all) {
      looks.add(one.features().stream().mapToDouble(f -> f[STRONGEST]).toArray());
    }
    List<Trees> crossed = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      crossed.add(boost(half(all, 1 - half), half(looks, 1 - half)));
    }
    for (int i = 0; i < all.size(); i++) {
      Trees stranger = crossed.get(i % 2);
      looks.set(i, all.get(i).features().stream().mapToDouble(stranger::of).toArray());
    }
    return new Learned(boost(all, looks), crossed);
  }

  /** Every other element, from the first or the second on. */
  private static <T> List<T> half(List<T> all, int from) {
    List<T> half = new ArrayList<>();
    for (int i = from; i < all.size(); i += 2) {
      half.add(all.get(i));
    }
    return half;
  }

  private Trees boost(List<Examples> labelled, List<double[]> labelledLooks) {
    List<Examples> series = new ArrayList<>(labelled);
    List<double[]> looks = new ArrayList<>(labelledLooks);
    for (Examples one : made) {
      series.add(one);
      looks.add(new double[one.size()]);
    }
    List<double[]> features = new ArrayList<>();
    int size = series.stream().mapToInt(Examples::size).sum();
    boolean[] yes = new boolean[size];
    double[] weight = new double[size];
    for (int i = 0; i < series.size(); i++) {
      Answers answers = Answers.of(series.get(i), looks.get(i));
      for (int k = 0; k < answers.weight().length; k++) {
        if (answers.weight()[k] > 0) {
          yes[features.size()] = answers.yes()[k];
          weight[features.size()] = answers.weight()[k];
          features.add(series.get(i).features().get(k));
        }
      }
    }
    int kept = features.size();
    return Boosting.learn(
        features, Arrays.copyOf(yes, kept), Arrays.copyOf(weight, kept), settings);
  }
}
