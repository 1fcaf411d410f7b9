// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.RateDifference;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.Tally;
import io.signalbox.analytics.quality.ValueDetector;
import io.signalbox.analytics.quality.ValueShift;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is watched of the answers of a model, with its column. */
enum AnswerChannel {
  OUTCOME("outcome", "outcome"),
  OUTPUT_TOKENS("output_tokens", "output_tokens"),
  COST("cost", "cost_usd"),
  LATENCY("latency", "latency_s");

  private final String told;
  private final String column;

  AnswerChannel(String told, String column) {
    this.told = told;
    this.column = column;
  }

  /** Its name in reports. */
  String told() {
    return told;
  }

  /** Its name in the header. */
  String column() {
    return column;
  }

  /**
   * A detector that has seen nothing of it.
   *
   * @param channels that are watched of the same answers: together they are wrong as often as one
   */
  Watch watch(int channels) {
    DriftSettings rule = DriftSettings.DEFAULT.sharedBy(channels);
    if (this == OUTCOME) {
      RateDetector detector = new RateDetector(rule);
      return value -> Double.isNaN(value) ? null : detector.add(value > 0);
    }
    ValueDetector detector = new ValueDetector(rule);
    return value -> {
      ValueShift shift = detector.add(value);
      return shift == null ? null : shift.below();
    };
  }

  /**
   * Compares both sides of a known change: the rate of good outcomes, or the share of values above
   * what was the middle.
   *
   * @return null when one side has none
   */
  @Nullable RateDifference compare(List<Double> before, List<Double> after) {
    double[] old = numbers(before);
    double[] now = numbers(after);
    if (old.length == 0 || now.length == 0) {
      return null;
    }
    Arrays.sort(old);
    double middle = this == OUTCOME ? 0 : old[old.length / 2];
    return RateDifference.of(above(old, middle), above(now, middle));
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static Tally above(double[] values, double middle) {
    return new Tally(values.length, Arrays.stream(values).filter(value -> value > middle).count());
  }

  /** Takes a value, says what changed. */
  @FunctionalInterface
  interface Watch {
    @Nullable RateShift add(double value);
  }
}
