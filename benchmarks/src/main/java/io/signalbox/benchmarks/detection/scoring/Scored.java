// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

/** What a detector says about a point; used again for the next one. */
public final class Scored {
  /** How unusual, 0..1. */
  public double score;

  /** True on the point that raises an alarm, false while it lasts. */
  public boolean alarm;

  /** The value that was expected, or NaN if none was. */
  public double expected = Double.NaN;

  /** The lower end of the usual, or NaN. */
  public double lower = Double.NaN;

  /** The upper end of the usual, or NaN. */
  public double upper = Double.NaN;

  /** The probability of a point at least as unusual, 0..1; 1 if nothing was tested. */
  public double pValue = 1;

  /** What spoke, a word. */
  public String reason = "";

  /** Forgets the last point. */
  public void clear() {
    score = 0;
    alarm = false;
    expected = Double.NaN;
    lower = Double.NaN;
    upper = Double.NaN;
    pValue = 1;
    reason = "";
  }
}
