// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** Where an incident is in its life. The lower-case name is part of the incident contract. */
public enum IncidentStatus {
  OPEN,
  UPDATED,
  MERGED,
  SPLIT,
  RESOLVED,
  REOPENED
}
