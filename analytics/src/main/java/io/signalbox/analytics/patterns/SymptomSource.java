// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/** Where a row of the symptom table reads. */
public enum SymptomSource {
  /** Points of named metrics. */
  METRIC,
  /** Log records, and events, which come as log records. */
  LOG,
  /** Spans that failed, or that speak of a model. */
  SPAN,
  /** Telemetry of any kind: that there is some, once a minute. */
  PRESENCE
}
