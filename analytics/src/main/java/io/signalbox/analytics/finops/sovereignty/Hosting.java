// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A replica of a model on own or rented machines, as it was measured or is promised.
 *
 * @param usdPerHour what a replica costs, all its GPUs together, in USD
 * @param inputPerSecond tokens that it reads when it does nothing else
 * @param outputPerSecond tokens that it writes when it does nothing else
 * @param mostUtilisation share of its time up to which it keeps its latency, above 0, at most 1
 * @param leastReplicas that are always there
 * @param fixedUsdPerDay what it costs beside machines: people, network, storage
 */
public record Hosting(
    BigDecimal usdPerHour,
    BigDecimal inputPerSecond,
    BigDecimal outputPerSecond,
    BigDecimal mostUtilisation,
    int leastReplicas,
    BigDecimal fixedUsdPerDay)
    implements Serializable {
  private static final BigDecimal HOUR_SECONDS = BigDecimal.valueOf(3600);
  private static final int DECIMALS = 6;

  /** Length of the bins in which demand is counted, milliseconds. */
  public static final long BIN_MS = 300_000L;

  /** Length of the bins in which demand is counted, seconds. */
  static final BigDecimal BIN_SECONDS = BigDecimal.valueOf(BIN_MS / 1000);

  /** The work of a bin, times {@link #capacity()} over what a replica does in it. */
  BigDecimal work(BigDecimal input, BigDecimal output) {
    return input.multiply(outputPerSecond).add(output.multiply(inputPerSecond));
  }

  /** The work that a replica does in a bin, in the same unit. */
  BigDecimal capacity() {
    return inputPerSecond.multiply(outputPerSecond).multiply(BIN_SECONDS).multiply(mostUtilisation);
  }

  /** The replicas that a bin needs. */
  long replicas(BigDecimal work) {
    long needed = work.divide(capacity(), 0, RoundingMode.CEILING).longValueExact();
    return Math.max(needed, leastReplicas);
  }

  /**
   * The share of their time that replicas worked, rounded to six decimals.
   *
   * @param work of all bins together
   * @param replicaBins how many bins replicas were held
   */
  BigDecimal utilisation(BigDecimal work, long replicaBins) {
    return work.multiply(mostUtilisation)
        .divide(
            capacity().multiply(BigDecimal.valueOf(replicaBins)), DECIMALS, RoundingMode.HALF_EVEN);
  }

  /**
   * The utilisation at which machines cost what is bought: the price of a second over what is
   * bought in a second of work, rounded to six decimals.
   */
  BigDecimal breakEvenUtilisation(BigDecimal work, BigDecimal bought) {
    return usdPerHour
        .multiply(work)
        .divide(
            HOUR_SECONDS.multiply(inputPerSecond).multiply(outputPerSecond).multiply(bought),
            DECIMALS,
            RoundingMode.HALF_EVEN);
  }

  /** Tokens a day for which what is bought costs as much as the fewest replicas. */
  BigDecimal breakEvenTokens(BigDecimal bought, BigDecimal tokens) {
    int replicas = Math.max(1, leastReplicas);
    return usdPerHour
        .multiply(BigDecimal.valueOf(24L * replicas))
        .add(fixedUsdPerDay)
        .multiply(tokens)
        .divide(bought, 0, RoundingMode.CEILING);
  }
}
