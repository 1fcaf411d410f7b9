// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is lost while an objective is missed.
 *
 * @param amount above zero, in the currency
 * @param currency three letters of ISO 4217
 * @param per whether it is lost with a request or in an hour
 */
public record Worth(BigDecimal amount, String currency, Per per) implements Serializable {
  /** An hour is no decimal number of seconds, so what is lost in seconds is cut to millionths. */
  private static final int MILLIONTHS = 6;

  private static final BigDecimal HOUR_MS = BigDecimal.valueOf(3_600_000);

  /** What the amount is of. */
  public enum Per {
    /** Each request that failed above the usual. */
    REQUEST,
    /** An hour in which the objective was missed. */
    HOUR
  }

  /**
   * What so many requests, or so much time, are worth; exact for requests.
   *
   * @param requests that failed above the usual
   * @param missedMs time in which the objective was missed, milliseconds
   */
  public BigDecimal of(long requests, long missedMs) {
    return switch (per) {
      case REQUEST -> amount.multiply(BigDecimal.valueOf(requests));
      case HOUR ->
          amount
              .multiply(BigDecimal.valueOf(missedMs))
              .divide(HOUR_MS, MILLIONTHS, RoundingMode.HALF_EVEN);
    };
  }
}
