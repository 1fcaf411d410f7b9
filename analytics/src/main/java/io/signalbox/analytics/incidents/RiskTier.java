// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** What a step can break. The lower-case name is part of the incident contract. */
public enum RiskTier {
  /** It only looks. */
  READ_ONLY,
  /** It changes something that is put back easily and that few can feel. */
  LOW,
  /** Users can feel it when it is wrong. */
  HIGH
}
