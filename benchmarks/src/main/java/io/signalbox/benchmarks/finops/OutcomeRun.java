// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.outcomes.LatestOutcome;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.schemas.finops.CostJournal;
import io.signalbox.schemas.finops.OutcomeJson;
import io.signalbox.schemas.finops.TextLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the outcomes of a run. */
final class OutcomeRun {
  private final Path file;
  private final CostJournal refused;
  private final CostReport report;
  private final Map<String, Outcome> latest = new HashMap<>();

  private OutcomeRun(Path file, CostJournal refused, CostReport report) {
    this.file = file;
    this.refused = refused;
    this.report = report;
  }

  /** Those that count, in no order; none without a file. */
  static Collection<Outcome> read(@Nullable Path file, CostJournal refused, CostReport report)
      throws IOException {
    if (file == null) {
      return List.of();
    }
    OutcomeRun run = new OutcomeRun(file, refused, report);
    try (BufferedReader in = TextLines.open(file)) {
      String text;
      for (long line = 1; (text = in.readLine()) != null; line++) {
        if (!text.isBlank()) {
          run.take(OutcomeJson.read("", line, text.getBytes(UTF_8), Long.MAX_VALUE), line);
        }
      }
    }
    report.count("outcomes counted", run.latest.size());
    return run.latest.values();
  }

  private void take(OutcomeJson.Line read, long line) throws IOException {
    report.count("outcomes read");
    Outcome next = read.outcome();
    if (next == null) {
      refuse(read.id(), line, read.refusal() == null ? new Refusal("none") : read.refusal());
      return;
    }
    List<Outcome> losers = new ArrayList<>();
    latest.put(next.key(), LatestOutcome.of(next, latest.get(next.key()), losers::add));
    for (Outcome loser : losers) {
      refuse(loser.id(), loser.line(), Refusal.quarantine(loser.contradiction()));
    }
  }

  private void refuse(@Nullable String id, long line, Refusal why) throws IOException {
    refused.refusedOutcome(id, line, why);
    report.count(why.quarantined() ? "outcomes quarantined" : "outcomes refused");
    report.complain(file + ":" + line + ": " + why.reason());
  }
}
