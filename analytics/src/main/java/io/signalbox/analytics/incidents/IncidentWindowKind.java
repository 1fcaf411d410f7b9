// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** What a window of people's making does. The lower-case name is part of the contract. */
public enum IncidentWindowKind {
  /** Nothing opens that lies inside it altogether. */
  MAINTENANCE,
  /** What lies inside it altogether opens, and pages nobody. */
  SILENCE,
  /** Takes back the window of the same id. */
  WITHDRAWN
}
