// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

/** How far one has got with a decision. */
public enum DecisionState {
  /** Its outcome may still come in time. */
  OPEN,
  /** Its outcome came in time. */
  JOINED,
  /** No outcome came in time. */
  MISSED
}
