// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A way to serve a workload, at least in part, on own machines.
 *
 * @param answer which
 * @param replicas that are always there; of {@link Answer#SELF_HOST} those at the peak
 * @param replicaBins how many bins all replicas together are held
 * @param avoided what need not be bought on each day, in USD
 */
record Option(Answer answer, long replicas, long replicaBins, BigDecimal[] avoided) {
  private static final int DECIMALS = 24;

  /**
   * All ways that can be the best. Own machines follow the demand; or so many stand that what they
   * cannot do is bought. More standing ones than follow the demand on average would never pay.
   */
  static List<Option> of(Demand demand, Hosting hosting) {
    Map<Long, Bin> bins = demand.bins();
    long[] needed = new long[bins.size()];
    BigDecimal[] work = new BigDecimal[bins.size()];
    BigDecimal[] all = zeros(demand.days());
    long held = (demand.binsInAll() - bins.size()) * hosting.leastReplicas();
    long peak = hosting.leastReplicas();
    int i = 0;
    for (Map.Entry<Long, Bin> one : bins.entrySet()) {
      Bin bin = one.getValue();
      work[i] = hosting.work(bin.input(), bin.output());
      needed[i] = hosting.replicas(work[i]);
      held += needed[i];
      peak = Math.max(peak, needed[i]);
      int day = demand.day(one.getKey());
      all[day] = all[day].add(bin.cost());
      i++;
    }
    List<Option> options = new ArrayList<>();
    long most = held / demand.binsInAll();
    for (long standing = Math.max(1, hosting.leastReplicas());
        standing <= most && standing < peak;
        standing++) {
      options.add(standing(standing, demand, hosting, needed, work));
    }
    options.add(new Option(Answer.SELF_HOST, peak, held, all));
    return options;
  }

  private static Option standing(
      long replicas, Demand demand, Hosting hosting, long[] needed, BigDecimal[] work) {
    BigDecimal capacity = hosting.capacity().multiply(BigDecimal.valueOf(replicas));
    BigDecimal[] avoided = zeros(demand.days());
    int i = 0;
    for (Map.Entry<Long, Bin> one : demand.bins().entrySet()) {
      BigDecimal cost = one.getValue().cost();
      int day = demand.day(one.getKey());
      avoided[day] =
          avoided[day].add(
              needed[i] <= replicas
                  ? cost
                  : cost.multiply(capacity).divide(work[i], DECIMALS, RoundingMode.DOWN));
      i++;
    }
    return new Option(
        Answer.HYBRID, replicas, Math.multiplyExact(replicas, demand.binsInAll()), avoided);
  }

  /** Seconds that all replicas together are held. */
  BigDecimal replicaSeconds() {
    return BigDecimal.valueOf(replicaBins).multiply(Hosting.BIN_SECONDS);
  }

  /** What need not be bought, in USD. */
  BigDecimal avoidedInAll() {
    return Arrays.stream(avoided).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal[] zeros(int days) {
    BigDecimal[] zeros = new BigDecimal[days];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }
}
