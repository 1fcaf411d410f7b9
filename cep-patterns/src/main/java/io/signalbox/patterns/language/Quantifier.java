// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import java.io.Serializable;

/**
 * How often a stage takes events.
 *
 * @param min least number, 1 or more
 * @param max greatest number, not below min; {@link #UNBOUNDED} for no bound
 * @param optional true when none at all is fine, too
 * @param greedy true when a loop takes as many as it can
 * @param inner how events of one loop follow each other
 */
public record Quantifier(int min, int max, boolean optional, boolean greedy, Follow inner)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** No upper bound. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /** Exactly one event. */
  public static final Quantifier ONE = new Quantifier(1, 1, false, false, Follow.RELAXED);

  /** True when more than one event may be taken. */
  public boolean isLoop() {
    return max > 1;
  }
}
