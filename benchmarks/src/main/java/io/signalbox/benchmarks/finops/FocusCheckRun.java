// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.focus.Claims;
import io.signalbox.analytics.finops.focus.FocusCheck;
import io.signalbox.analytics.finops.focus.FocusRule;
import io.signalbox.analytics.finops.focus.Verdict;
import io.signalbox.schemas.finops.CsvRecords;
import io.signalbox.schemas.finops.FocusModelJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a CSV file to the requirements model, in one pass. */
public final class FocusCheckRun {
  private static final String ALL = "ALL";
  private final List<Verdict> verdicts;
  private final Set<String> supported = new HashSet<>();
  private final long rows;

  /**
   * Runs.
   *
   * @param in a FOCUS data set, CSV, plain or gzip
   * @param model the official model
   * @param claimed criteria that the provider meets beside those that its columns show; or ALL
   * @throws IOException if a file cannot be read
   */
  public FocusCheckRun(Path in, Path model, List<String> claimed) throws IOException {
    List<FocusRule> rules = FocusModelJson.read(model);
    try (CsvRecords csv = CsvRecords.open(in)) {
      List<String> header = csv.next();
      if (header == null) {
        throw new IOException(in + ": no header");
      }
      supported.addAll(Claims.shown(rules, header));
      supported.addAll(claimed);
      if (claimed.contains(ALL)) {
        rules.forEach(rule -> supported.addAll(rule.criteria()));
      }
      FocusCheck check = new FocusCheck(rules, header, supported);
      long read = 0;
      List<String> row;
      while ((row = csv.next()) != null) {
        check.row(row, csv.line());
        read++;
      }
      this.rows = read;
      this.verdicts = check.verdicts();
    }
  }

  /** How each rule fared. */
  public List<Verdict> verdicts() {
    return verdicts;
  }

  /** How many rules fared so. */
  public long count(Verdict.Outcome outcome, boolean hard) {
    return verdicts.stream()
        .filter(one -> one.outcome() == outcome && one.rule().hard() == hard)
        .count();
  }

  /** What there is to say, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Verdict one : verdicts) {
      if (one.outcome() == Verdict.Outcome.FAILED) {
        lines.add("FAILED " + one.rule().id() + " " + one.rule().keyword() + ": " + detail(one));
        lines.add("       " + one.rule().text());
      }
    }
    lines.add(String.format("%-28s %,12d", "rows", rows));
    lines.add("supported: " + String.join(", ", supported.stream().sorted().toList()));
    lines.add(String.format("%-28s %12s %12s", "rules", "MUST (NOT)", "other"));
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.add(
          String.format("%-28s %12d %12d", name, count(outcome, true), count(outcome, false)));
    }
    why().forEach((reason, n) -> lines.add(String.format("  %-40s %8d", reason, n)));
    return lines;
  }

  private static String detail(Verdict one) {
    return one.first().isEmpty()
        ? one.reason()
        : String.format("%,d rows, first at lines %s", one.failures(), one.first());
  }

  private Map<String, Long> why() {
    Map<String, Long> reasons = new TreeMap<>();
    for (Verdict one : verdicts) {
      if (one.outcome() == Verdict.Outcome.NOT_APPLICABLE) {
        String reason = one.reason().startsWith("no column") ? "no such column" : one.reason();
        reasons.merge(reason, 1L, Long::sum);
      }
    }
    return reasons;
  }
}
