// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** A metric without its points. A flyweight: valid only inside the callback that shows it. */
public final class MetricView {
  final Text name = new Text();
  final Text unit = new Text();
  MetricKind kind = MetricKind.GAUGE;
  Temporality temporality = Temporality.UNSPECIFIED;
  boolean monotonic;
  private boolean hashed;
  private long mixedName;

  MetricView() {}

  void clear() {
    name.clear();
    unit.clear();
    temporality = Temporality.UNSPECIFIED;
    monotonic = false;
    hashed = false;
  }

  /** Metric name. */
  public Text name() {
    return name;
  }

  /** Mixed hash of the name, taken once for all points; ask when all of the metric was read. */
  long mixedName() {
    if (!hashed) {
      mixedName = Hash64.mix(name.hash());
      hashed = true;
    }
    return mixedName;
  }

  /** Unit by UCUM, empty when none is stated. */
  public Text unit() {
    return unit;
  }

  /** Kind of its points. */
  public MetricKind kind() {
    return kind;
  }

  /** Temporality of sums and histograms; UNSPECIFIED for gauges and summaries. */
  public Temporality temporality() {
    return temporality;
  }

  /** True for a sum that never falls but at a reset. */
  public boolean monotonic() {
    return monotonic;
  }
}
