// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.sovereignty.Advice;
import io.signalbox.analytics.finops.sovereignty.Advisor;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.DemandDays;
import io.signalbox.analytics.finops.sovereignty.Hosting;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.analytics.finops.sovereignty.Workload;
import io.signalbox.patterns.finops.PolicyFile;
import io.signalbox.schemas.finops.AdviceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Advises on each workload of a run, by windows that end with the last whole day; a day counts as
 * whole when something was used in its last five minutes.
 */
final class SovereigntyRun {
  private final List<Charge> charges;
  private final long endMs;

  private SovereigntyRun(List<Charge> charges) {
    this.charges = charges.stream().filter(charge -> !charge.usage().compute()).toList();
    long first = this.charges.stream().mapToLong(one -> one.usage().atMs()).min().orElse(0);
    long last = this.charges.stream().mapToLong(one -> one.usage().atMs()).max().orElse(0);
    long whole = CalendarWindow.DAY.start(last + Hosting.BIN_MS);
    this.endMs = whole > first ? whole : CalendarWindow.DAY.end(last);
  }

  /**
   * Reads a policy.
   *
   * @throws IOException if the file cannot be read, or anything in it is wrong
   */
  static Policy read(Path file) throws IOException {
    PolicyFile read = PolicyFile.read(file.toString(), Files.readString(file));
    YamlInput.refuse(read.problems());
    if (read.policy() == null) {
      throw new IOException(file + ": no policy");
    }
    return read.policy();
  }

  /** Writes advice, and counts answers. */
  static void write(Policy policy, List<Charge> charges, Path file, CostReport report)
      throws IOException {
    SovereigntyRun run = new SovereigntyRun(charges);
    Advisor advisor = new Advisor(policy);
    try (AdviceJson out = AdviceJson.create(file)) {
      for (Map.Entry<Workload, SortedMap<Long, Demand>> one : run.days().entrySet()) {
        List<Demand> windows =
            DemandDays.windows(one.getValue().values(), run.endMs, policy.windowDays());
        Advice advice = advisor.advise(one.getKey(), windows);
        out.advice(advice);
        report.count("workloads: " + advice.answer());
      }
    }
  }

  /** Days before the end, of workloads that have any. */
  private Map<Workload, SortedMap<Long, Demand>> days() {
    Map<Workload, SortedMap<Long, Demand>> all = new TreeMap<>();
    for (Charge charge : charges) {
      long at = charge.usage().atMs();
      if (at < endMs) {
        all.computeIfAbsent(Workload.of(charge.usage().owner()), none -> new TreeMap<>())
            .computeIfAbsent(CalendarWindow.DAY.start(at), day -> new Demand(day, 1))
            .add(charge);
      }
    }
    return all;
  }
}
