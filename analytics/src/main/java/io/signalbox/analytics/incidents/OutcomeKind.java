// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** What came of a recommendation. The lower-case name is part of the contract of outcomes. */
public enum OutcomeKind {
  /** It was followed and helped. */
  WORKED,
  /** It was followed and did not help. */
  FAILED,
  /** Nobody followed it: says nothing about it. */
  NOT_TRIED
}
