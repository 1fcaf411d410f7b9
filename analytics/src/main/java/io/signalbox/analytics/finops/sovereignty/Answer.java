// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

/** What is advised. The first three are in the order of how much is served by own machines. */
public enum Answer {
  /** Buy all of it. */
  KEEP_API,
  /** Serve the base load on own machines, and buy what exceeds it. */
  HYBRID,
  /** Serve all of it on own machines. */
  SELF_HOST,
  /** Nothing can be said yet; the reasons say what is missing. */
  INSUFFICIENT_EVIDENCE
}
