// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** What people say of an incident. The lower-case name is part of the contract. */
public enum IncidentVerdict {
  /** It was one, and its first suspect was the cause. */
  CONFIRM,
  /** Nobody should have been told. */
  REJECT,
  /** It was one, and another node was the cause. */
  REAL_CAUSE,
  /** Takes back an earlier statement. */
  WITHDRAWN
}
