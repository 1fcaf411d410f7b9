// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Input that is not what it claims to be. The message is the detail: what is wrong and at which
 * byte.
 */
public final class MalformedTelemetry extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Names a fault.
   *
   * @param reason one of the constants of {@link io.signalbox.analytics.signals.DeadLetterReason}
   * @param detail what is wrong and where
   */
  public MalformedTelemetry(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** A constant of {@link io.signalbox.analytics.signals.DeadLetterReason}. */
  public String reason() {
    return reason;
  }

  /** What is wrong and where. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
