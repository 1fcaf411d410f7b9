// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.detection.SeriesDetector;
import io.signalbox.analytics.finops.aggregates.Flow;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One measure of a subject: its detector, and the run that goes on. Mutable: a part of state. */
public final class CostTrack {
  private static final int FEWEST_REQUESTS = 50; // of fewer the mean is mostly chance

  private final boolean perRequest;
  private final byte[] detector;

  /** Unusual hours that go on, or null. */
  public @Nullable CostRun run;

  /**
   * A measure.
   *
   * @param perRequest whether of the cost of a call rather than that of the hour
   * @param detector what the detector knows
   */
  public CostTrack(boolean perRequest, byte[] detector) {
    this.perRequest = perRequest;
    this.detector = detector;
  }

  static CostTrack of(boolean perRequest) {
    return new CostTrack(perRequest, new byte[SeriesDetector.BYTES]);
  }

  /** Whether it is of the cost of a call rather than of that of the hour. */
  public boolean perRequest() {
    return perRequest;
  }

  /** What the detector knows; changed in place. */
  public byte[] detector() {
    return detector;
  }

  /** What the detector is to judge: a measured value, no money that anyone is charged. */
  double measure(Map<String, Flow> hour) {
    double cost = cost(hour);
    if (perRequest) {
      long requests = hour.values().stream().mapToLong(Flow::requests).sum();
      return requests < FEWEST_REQUESTS ? Double.NaN : cost / requests;
    }
    return cost;
  }

  private static double cost(Map<String, Flow> used) {
    BigDecimal cost = BigDecimal.ZERO;
    for (Flow flow : used.values()) {
      cost = cost.add(flow.asKnown());
    }
    return cost.doubleValue();
  }

  /** Whether a value is nearer to what was usual before a run than to the worst of the run. */
  boolean isReturn(CostRun run, double value) {
    UsedHours usual = run.usual;
    double mean = cost(usual.models()) / (perRequest ? usual.requests() : usual.hours());
    return Math.abs(value - mean) < Math.abs(value - run.value);
  }

  /** Whether what was usual can say what changed. */
  boolean canCompare(UsedHours usual) {
    return usual.hours() > 0 && (!perRequest || usual.requests() > 0);
  }
}
