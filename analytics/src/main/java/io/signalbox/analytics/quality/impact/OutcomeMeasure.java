// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

/** What is measured of outcomes. */
public enum OutcomeMeasure {
  /** Whether the decision was right. */
  SUCCESS,
  /** What it was worth. */
  VALUE
}
