// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

/** What a decision is for when decisions are compared. */
public enum DecisionRole {
  /** One of those whose worth is asked. */
  ACTING,
  /** One by the action or policy that others are compared with. */
  BASELINE,
  /** One that was not carried out. */
  HOLDOUT
}
