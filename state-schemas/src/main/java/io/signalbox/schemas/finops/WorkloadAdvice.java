// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.sovereignty.Advice;
import io.signalbox.analytics.finops.sovereignty.RiskTerm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether to buy or to host what a workload asks for, by windows that end with a day; the last
 * revision counts. Numbers of the money are exact decimals, in USD in the window.
 *
 * @param tenant who pays, or null
 * @param feature what of the product it is for, or null
 * @param dataClass how its data is classified, or null
 * @param answer KEEP_API, HYBRID, SELF_HOST or INSUFFICIENT_EVIDENCE
 * @param reasons why, as words of a fixed list
 * @param fromAt the first moment of the window that is judged
 * @param toAt the first moment after it
 * @param requests in it
 * @param bought what all of it costs when it is bought
 * @param bestHosting the way that would save most: way, replicas, saves_at_least, saves_at_most,
 *     utilisation, break_even_utilisation; empty where there is no evidence to compare
 * @param risk score from 0 to 100
 * @param riskTerms of the score, each from 0 to 1
 * @param flips what would change the answer
 * @param revision counts up for each workload
 * @param updatedAt event time
 */
public record WorkloadAdvice(
    @Nullable String tenant,
    @Nullable String feature,
    @Nullable String dataClass,
    String answer,
    List<String> reasons,
    Instant fromAt,
    Instant toAt,
    long requests,
    String bought,
    Map<String, String> bestHosting,
    String risk,
    Map<String, String> riskTerms,
    Map<String, String> flips,
    long revision,
    Instant updatedAt) {
  /** A revision of advice. */
  public static WorkloadAdvice of(Advice advice, long revision, long updatedMs) {
    Map<String, String> terms = new TreeMap<>();
    for (RiskTerm term : advice.terms()) {
      terms.put(term.name(), TotalsJson.money(term.value()));
    }
    return new WorkloadAdvice(
        advice.workload().tenant(),
        advice.workload().feature(),
        advice.workload().dataClass(),
        advice.answer().name(),
        advice.reasons(),
        Instant.ofEpochMilli(advice.fromMs()),
        Instant.ofEpochMilli(advice.toMs()),
        advice.requests(),
        TotalsJson.money(advice.bought()),
        bestHosting(advice.numbers()),
        TotalsJson.money(advice.risk()),
        terms,
        new TreeMap<>(advice.flips()),
        revision,
        Instant.ofEpochMilli(updatedMs));
  }

  private static Map<String, String> bestHosting(Advice.@Nullable Numbers numbers) {
    Map<String, String> best = new TreeMap<>();
    if (numbers != null) {
      best.put("way", numbers.way().name());
      best.put("replicas", Long.toString(numbers.replicas()));
      best.put("saves_at_least", TotalsJson.money(numbers.saves()));
      best.put("saves_at_most", TotalsJson.money(numbers.savesAtMost()));
      best.put("utilisation", TotalsJson.money(numbers.utilisation()));
      best.put("break_even_utilisation", TotalsJson.money(numbers.breakEvenUtilisation()));
    }
    return best;
  }
}
