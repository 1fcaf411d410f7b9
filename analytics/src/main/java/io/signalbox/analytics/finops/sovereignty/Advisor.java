// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Advises whether to buy a workload or to host it. First comes what is forbidden, then whether
 * enough is known, then money and risk, and last whether an own model answers well enough.
 */
public final class Advisor {
  private static final long DAY_MS = 86_400_000L;
  private static final int DECIMALS = 6;
  private final Policy policy;

  /** Advises by that policy. */
  public Advisor(Policy policy) {
    this.policy = policy;
  }

  /**
   * Advises.
   *
   * @param workload whose demand it is
   * @param windows one after the other, at least one
   */
  public Advice advise(Workload workload, List<Demand> windows) {
    ClassRule rule =
        workload.dataClass() == null ? null : policy.classes().get(workload.dataClass());
    Hysteresis hysteresis = new Hysteresis(policy.windows());
    Demand last = windows.get(windows.size() - 1);
    Verdict verdict = null;
    Answer wins = Answer.KEEP_API;
    for (Demand window : windows) {
      if (enough(window)) {
        last = window;
        verdict = Verdict.of(window, policy, RiskTerm.score(risks(window, rule)));
        wins = verdict.answer(policy.margin());
        hysteresis.next(wins, verdict.answer(policy.margin().negate()));
      }
    }
    TreeSet<String> regions = new TreeSet<>();
    windows.forEach(window -> regions.addAll(window.regions().keySet()));
    Draft draft = new Draft(HardRule.of(rule, regions));
    draft.decide(workload, last, verdict, wins, hysteresis.advised());
    return draft.advice(workload, last, risks(last, rule), verdict);
  }

  private boolean enough(Demand window) {
    return window.daysUsed() >= policy.leastDays()
        && window.requests() >= policy.leastRequests()
        && window.cost().signum() > 0;
  }

  private List<RiskTerm> risks(Demand window, @Nullable ClassRule rule) {
    return Risks.of(window, rule, policy, window.fromMs() + window.days() * DAY_MS);
  }

  private final class Draft {
    private final HardRule rule;
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, String> flips = new TreeMap<>();
    private Answer answer = Answer.INSUFFICIENT_EVIDENCE;

    Draft(HardRule rule) {
      this.rule = rule;
    }

    void decide(
        Workload workload,
        Demand last,
        @Nullable Verdict verdict,
        Answer wins,
        @Nullable Answer advised) {
      if (rule == HardRule.API_FORBIDDEN || rule == HardRule.REGION_FORBIDDEN) {
        answer = Answer.SELF_HOST;
        reasons.add(rule.name());
        flips.put("policy", "a class of data that allows what is bought");
      } else if (rule == HardRule.REGION_UNKNOWN) {
        reasons.add(rule.name());
        flips.put("region", "told by each usage");
      } else if (verdict == null || advised == null) {
        missing(last, verdict);
      } else {
        money(verdict, wins, advised);
        quality(workload, advised);
      }
    }

    private void missing(Demand last, @Nullable Verdict verdict) {
      if (verdict != null) {
        reasons.add("TOO_FEW_WINDOWS");
        flips.put("windows", policy.windows() + " of " + policy.windowDays() + " days");
      }
      if (verdict == null && last.daysUsed() < policy.leastDays()) {
        reasons.add("TOO_FEW_DAYS");
        flips.put("days", policy.leastDays() + " with use, there were " + last.daysUsed());
      }
      if (verdict == null && last.requests() < policy.leastRequests()) {
        reasons.add("TOO_FEW_REQUESTS");
        flips.put("requests", policy.leastRequests() + ", there were " + last.requests());
      }
      if (last.cost().signum() == 0) {
        reasons.add("NOTHING_WAS_CHARGED");
      }
    }

    private void money(Verdict verdict, Answer wins, Answer advised) {
      answer = advised;
      if (wins != Answer.KEEP_API) {
        reasons.add("SAVES_ENOUGH");
      } else {
        reasons.add(verdict.saves().signum() > 0 ? "SAVES_TOO_LITTLE" : "MAY_COST_MORE");
      }
      if (wins != advised) {
        reasons.add("HELD_UNTIL_WINDOWS_AGREE");
        flips.put("windows", policy.windows() + " in a row that say " + wins);
      }
      flips.put("usd_per_replica_hour", verdict.breakEven().max(BigDecimal.ZERO).toPlainString());
    }

    private void quality(Workload workload, Answer advised) {
      if (advised == Answer.KEEP_API) {
        return;
      }
      Boolean shown =
          workload.feature() == null ? null : policy.nonInferior().get(workload.feature());
      if (shown == null) {
        answer = Answer.INSUFFICIENT_EVIDENCE;
        reasons.add("QUALITY_UNKNOWN");
      } else if (!shown) {
        answer = Answer.KEEP_API;
        reasons.add("QUALITY_INFERIOR");
      }
      if (shown == null || !shown) {
        flips.put("quality", "an own model that is shown to answer no worse: " + advised);
      }
    }

    Advice advice(Workload workload, Demand last, List<RiskTerm> terms, @Nullable Verdict verdict) {
      Advice.Numbers numbers = verdict == null ? null : numbers(last, verdict);
      return new Advice(
          workload,
          answer,
          List.copyOf(reasons),
          last.fromMs(),
          last.fromMs() + last.days() * DAY_MS,
          last.requests(),
          last.cost(),
          RiskTerm.score(terms),
          terms,
          numbers,
          flips);
    }

    private Advice.Numbers numbers(Demand last, Verdict verdict) {
      Hosting hosting = policy.hosting();
      BigDecimal work = BigDecimal.ZERO;
      BigDecimal tokens = BigDecimal.ZERO;
      for (Bin bin : last.bins().values()) {
        work = work.add(hosting.work(bin.input(), bin.output()));
        tokens = tokens.add(bin.input()).add(bin.output());
      }
      flips.put("tokens_per_day", hosting.breakEvenTokens(last.cost(), tokens).toPlainString());
      return new Advice.Numbers(
          verdict.best().answer(),
          verdict.best().replicas(),
          rounded(verdict.saves()),
          rounded(verdict.savesAtMost()),
          hosting.utilisation(work, verdict.hosted().replicaBins()),
          hosting.breakEvenUtilisation(work, last.cost()));
    }

    private static BigDecimal rounded(BigDecimal amount) {
      return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
  }
}
