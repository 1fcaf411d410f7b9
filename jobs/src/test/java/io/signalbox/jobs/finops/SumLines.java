// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.Flows;
import io.signalbox.analytics.finops.aggregates.Showback;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.schemas.finops.AggregateJson;
import io.signalbox.schemas.finops.LatestSums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Sums by period and dimension as the command writes them. */
final class SumLines {
  private SumLines() {}

  /** The files {@code aggregates.jsonl} and {@code showback.jsonl} of the command. */
  static List<String> of(List<Charge> charges, Path folder) throws IOException {
    return of(charges, List.of(), folder);
  }

  /** The same with outcomes that count. */
  static List<String> of(List<Charge> charges, Collection<Outcome> outcomes, Path folder)
      throws IOException {
    Flows flows = new Flows();
    charges.forEach(flows::add);
    outcomes.forEach(flows::add);
    SortedMap<Aggregate, Flow> aggregates = flows.aggregates();
    Path sums = folder.resolve("aggregates.jsonl");
    AggregateJson.write(aggregates, sums);
    Path months = folder.resolve("showback.jsonl");
    AggregateJson.write(Showback.of(aggregates), months);
    return LatestSums.of(sums, months);
  }
}
