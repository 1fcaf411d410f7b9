// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Advice for a workload, by the last of its windows.
 *
 * @param workload whose
 * @param answer what to do
 * @param reasons why, as words of a fixed list
 * @param fromMs the first moment of the window, epoch milliseconds
 * @param toMs the first moment after it, epoch milliseconds
 * @param requests in it
 * @param bought what all of it costs when it is bought, in USD
 * @param risk score from 0 to 100
 * @param terms of the score
 * @param numbers of the money, or null where there is none to compare
 * @param flips what would change the answer
 */
public record Advice(
    Workload workload,
    Answer answer,
    List<String> reasons,
    long fromMs,
    long toMs,
    long requests,
    BigDecimal bought,
    BigDecimal risk,
    List<RiskTerm> terms,
    @Nullable Numbers numbers,
    Map<String, String> flips) {
  /**
   * The money of the best way to host.
   *
   * @param way which
   * @param replicas that always stand, or at the peak where they follow the demand
   * @param saves at the lower end of the interval, in USD in the window
   * @param savesAtMost at its upper end, in USD in the window
   * @param utilisation of replicas that follow the demand, as a share of all they can do
   * @param breakEvenUtilisation from which on following the demand is cheaper than buying
   */
  public record Numbers(
      Answer way,
      long replicas,
      BigDecimal saves,
      BigDecimal savesAtMost,
      BigDecimal utilisation,
      BigDecimal breakEvenUtilisation) {}
}
