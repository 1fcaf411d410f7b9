// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/** How the service that an event is about stands to the one that observes it. */
public enum Role {
  /** The observer itself. */
  SELF,
  /** The observer calls it. */
  CALLEE,
  /** It calls the observer. */
  CALLER,
  /** Both run on one node (host). */
  SAME_NODE,
  /** Both run in one zone. */
  SAME_ZONE,
  /** Both use one provider. */
  SAME_PROVIDER
}
