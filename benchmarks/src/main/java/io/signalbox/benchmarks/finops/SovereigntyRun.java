// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.sovereignty.Advice;
import io.signalbox.analytics.finops.sovereignty.Advisor;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.Hosting;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.analytics.finops.sovereignty.Workload;
import io.signalbox.patterns.finops.PolicyFile;
import io.signalbox.schemas.finops.AdviceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Advises on each workload of a run, by windows that end with the last whole day; a day counts as
 * whole when something was used in its last five minutes.
 */
final class SovereigntyRun {
  private static final long DAY_MS = 86_400_000L;
  private final Policy policy;
  private final List<Charge> charges;
  private final long endMs;
  private final int windows;

  private SovereigntyRun(Policy policy, List<Charge> charges) {
    this.policy = policy;
    this.charges = charges.stream().filter(charge -> !charge.usage().compute()).toList();
    long first = this.charges.stream().mapToLong(one -> one.usage().atMs()).min().orElse(0);
    long last = this.charges.stream().mapToLong(one -> one.usage().atMs()).max().orElse(0);
    long whole = CalendarWindow.DAY.start(last + Hosting.BIN_MS);
    long days = (whole - CalendarWindow.DAY.start(first)) / DAY_MS;
    this.windows = (int) Math.max(1, days / policy.windowDays());
    this.endMs = days == 0 ? CalendarWindow.DAY.end(last) : whole;
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
    SovereigntyRun run = new SovereigntyRun(policy, charges);
    Advisor advisor = new Advisor(policy);
    try (AdviceJson out = AdviceJson.create(file)) {
      for (Map.Entry<Workload, List<Demand>> one : run.demands().entrySet()) {
        Advice advice = advisor.advise(one.getKey(), one.getValue());
        out.advice(advice);
        report.count("workloads: " + advice.answer());
      }
    }
  }

  private Map<Workload, List<Demand>> demands() {
    Map<Workload, List<Demand>> all = new TreeMap<>();
    long windowMs = policy.windowDays() * DAY_MS;
    long startMs = endMs - windows * windowMs;
    for (Charge charge : charges) {
      long at = charge.usage().atMs();
      List<Demand> own =
          all.computeIfAbsent(Workload.of(charge.usage().owner()), key -> empty(startMs, windowMs));
      if (at >= startMs && at < endMs) {
        own.get((int) ((at - startMs) / windowMs)).add(charge);
      }
    }
    return all;
  }

  private List<Demand> empty(long startMs, long windowMs) {
    List<Demand> own = new ArrayList<>();
    for (int i = 0; i < windows; i++) {
      own.add(new Demand(startMs + i * windowMs, policy.windowDays()));
    }
    return own;
  }
}
