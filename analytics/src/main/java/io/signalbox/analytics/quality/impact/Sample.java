// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.ConfidenceSequence;
import io.signalbox.analytics.quality.Interval;
import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.Tally;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Outcomes of which a mean is told; there is at least one. */
interface Sample {
  /** How many there are. */
  long count();

  /** Sum of them, an exact decimal. */
  String total();

  /** Their mean. */
  double mean();

  /** Where the true mean lies, valid at every look; of no numbers where nobody can say. */
  Interval interval(double risk);

  /** How these differ from others, with an interval valid at every look. */
  default Uplift over(DecisionRole role, Sample other) {
    double risk = QualitySettings.RISK / 2;
    Interval between = interval(risk).minus(other.interval(risk));
    return new Uplift(
        role, other.count(), other.mean(), mean() - other.mean(), between.lower(), between.upper());
  }

  /** Whether decisions were right: 1 for each that was. */
  record Rights(Tally tally) implements Sample {
    @Override
    public long count() {
      return tally.events();
    }

    @Override
    public String total() {
      return Long.toString(tally.hits());
    }

    @Override
    public double mean() {
      return tally.rate();
    }

    @Override
    public Interval interval(double risk) {
      return ConfidenceSequence.of(tally, risk);
    }
  }

  /** What decisions were worth. */
  record Values(ValueSum sum, @Nullable ValueRange range) implements Sample {
    @Override
    public long count() {
      return sum.count();
    }

    @Override
    public String total() {
      return sum.sum().toPlainString();
    }

    @Override
    public double mean() {
      return sum.mean().doubleValue();
    }

    @Override
    public Interval interval(double risk) {
      if (range == null || sum.outside() > 0) {
        return new Interval(Double.NaN, Double.NaN);
      }
      double width = range.width();
      BigDecimal from = range.least();
      double mean = sum.mean().subtract(from).doubleValue() / width;
      Interval unit = MeanSequence.of(count(), mean, sum.variance() / width / width, risk);
      double least = from.doubleValue();
      return new Interval(least + width * unit.lower(), least + width * unit.upper());
    }
  }
}
