// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.sovereignty.Advice;
import io.signalbox.analytics.finops.sovereignty.Advisor;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.DemandDays;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.analytics.finops.sovereignty.Workload;
import io.signalbox.patterns.finops.PolicyFile;
import io.signalbox.schemas.finops.WorkloadAdvice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A policy for the usages of {@link UsageWorld}, and what the command advises by it. */
final class AdviceWorld {
  static final String YAML =
      """
      apiVersion: signalbox/v1
      kind: SovereigntyPolicy
      hosting:
        usd_per_replica_hour: 0.01
        input_tokens_per_second: 2000
        output_tokens_per_second: 600
        least_replicas: 0
      evidence: {days: 1, requests: 20}
      change: {window_days: 1, windows: 2, margin: 0.1}
      risk: {premium: 0.5}
      """;

  static final Policy POLICY =
      Objects.requireNonNull(PolicyFile.read("policy.yaml", YAML).policy());

  private AdviceWorld() {}

  /** What is advised in the end of what usages came to, by windows that end then. */
  static List<String> expected(List<Charge> charges, long endMs) {
    Map<Workload, Map<Long, Demand>> all = new TreeMap<>();
    for (Charge charge : charges) {
      long at = charge.usage().atMs();
      if (!charge.usage().compute() && at < endMs) {
        all.computeIfAbsent(Workload.of(charge.usage().owner()), none -> new TreeMap<>())
            .computeIfAbsent(CalendarWindow.DAY.start(at), day -> new Demand(day, 1))
            .add(charge);
      }
    }
    List<String> lines = new ArrayList<>();
    all.forEach(
        (workload, days) -> {
          List<Demand> windows = DemandDays.windows(days.values(), endMs, POLICY.windowDays());
          Advice advice = new Advisor(POLICY).advise(workload, windows);
          lines.add(line(WorkloadAdvice.of(advice, 0, 0)));
        });
    assertTrue(lines.stream().anyMatch(line -> line.contains("way=")), lines::toString);
    Collections.sort(lines);
    return lines;
  }

  /** The last revision for each workload. */
  static List<String> told(Collection<WorkloadAdvice> all) {
    Map<String, WorkloadAdvice> latest = new TreeMap<>();
    for (WorkloadAdvice one : all) {
      String key = one.tenant() + "/" + one.feature() + "/" + one.dataClass();
      latest.merge(key, one, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    return latest.values().stream().map(AdviceWorld::line).sorted().toList();
  }

  private static String line(WorkloadAdvice one) {
    return text(one, 0, Instant.EPOCH);
  }

  /** All that it says. */
  static String text(WorkloadAdvice one) {
    return text(one, one.revision(), one.updatedAt());
  }

  private static String text(WorkloadAdvice one, long revision, Instant updatedAt) {
    return new WorkloadAdvice(
            one.tenant(),
            one.feature(),
            one.dataClass(),
            one.answer(),
            one.reasons(),
            one.fromAt(),
            one.toAt(),
            one.requests(),
            one.bought(),
            new TreeMap<>(one.bestHosting()), // as serializers keep no order
            one.risk(),
            new TreeMap<>(one.riskTerms()),
            new TreeMap<>(one.flips()),
            revision,
            updatedAt)
        .toString();
  }
}
