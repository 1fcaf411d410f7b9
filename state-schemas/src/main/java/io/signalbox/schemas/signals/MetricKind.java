// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** The kinds of OpenTelemetry metric data. */
public enum MetricKind {
  GAUGE,
  SUM,
  HISTOGRAM,
  EXPONENTIAL_HISTOGRAM,
  SUMMARY
}
