// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Totals;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.Flows;
import io.signalbox.analytics.finops.aggregates.Showback;
import io.signalbox.analytics.finops.anomalies.CostAnomalies;
import io.signalbox.analytics.finops.anomalies.CostAnomaly;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.schemas.finops.AdviceJson;
import io.signalbox.schemas.finops.AggregateJson;
import io.signalbox.schemas.finops.CostJournal;
import io.signalbox.schemas.finops.TotalsJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Writes what follows from charges but their rows: sums, corrections, and what is unusual. */
final class CostSums {
  private CostSums() {}

  /** Writes all, and counts it. */
  static void write(List<Charge> charges, Collection<Outcome> outcomes, Path out, CostReport report)
      throws IOException {
    Totals totals = new Totals();
    Flows flows = new Flows();
    for (Charge charge : charges) {
      totals.add(charge);
      flows.add(charge);
    }
    TotalsJson.write(totals, out.resolve("totals.json"));
    anomalies(flows, out, report); // before outcomes are in there, which are no use
    outcomes.forEach(flows::add);
    SortedMap<Aggregate, Flow> aggregates = flows.aggregates();
    AggregateJson.write(aggregates, out.resolve("aggregates.jsonl"));
    AggregateJson.write(Showback.of(aggregates), out.resolve("showback.jsonl"));
    journals(charges, out, report);
  }

  private static void anomalies(Flows flows, Path out, CostReport report) throws IOException {
    try (AdviceJson unusual = AdviceJson.create(out.resolve("anomalies.jsonl"))) {
      for (CostAnomaly one : CostAnomalies.find(flows)) {
        unusual.anomaly(one);
        report.count("unusual costs, driven by " + one.driver().label());
      }
    }
  }

  private static void journals(List<Charge> charges, Path out, CostReport report)
      throws IOException {
    try (CostJournal corrections = CostJournal.create(out.resolve("corrections.jsonl"));
        CostJournal reported = CostJournal.create(out.resolve("reported.jsonl"))) {
      for (Charge charge : charges) {
        report.count("usages charged");
        report.sum("as known", charge.asKnown());
        report.sum("as corrected", charge.asCorrected());
        report.sum("in doubt by prices that waited", charge.doubt());
        if (charge.correction().signum() != 0) {
          corrections.corrected(charge);
          report.count("charges corrected");
        }
        if (charge.usage().reported() != null) {
          reported.reported(charge);
          report.sum("reported less list price", charge.difference());
        }
      }
    }
  }
}
