// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

/**
 * A usage that is not charged, and why; it is told by name, never dropped and never priced zero.
 */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean quarantined;

  /** A usage that cannot be understood or priced. */
  public Refusal(String reason) {
    this(reason, false);
  }

  private Refusal(String reason, boolean quarantined) {
    super(reason, null, false, false); // a result, not a fault: no stack is worth its time
    this.quarantined = quarantined;
  }

  /** A usage whose numbers contradict each other: somebody has to say what was meant. */
  public static Refusal quarantine(String reason) {
    return new Refusal(reason, true);
  }

  /** Why. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether the numbers contradict each other, rather than being unreadable or without a price. */
  public boolean quarantined() {
    return quarantined;
  }
}
