// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceNote;
import io.signalbox.schemas.finops.ApprovalsJson;
import io.signalbox.schemas.finops.CatalogueJson;
import io.signalbox.schemas.finops.PriceHistoryCsv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads the prices of a run. */
final class PriceBooks {
  private PriceBooks() {}

  static PriceBook read(CostInputs inputs, CostReport report) throws IOException {
    PriceBook.Writer book = new PriceBook.Writer();
    CatalogueJson.read(inputs.prices(), book);
    events(inputs, book::add, report::complain).forEach(book::add);
    return book.book();
  }

  /** What became known of prices, in the order of time. */
  static List<PriceEvent> events(
      CostInputs inputs, Consumer<PriceNote> notes, Consumer<String> faults) throws IOException {
    List<PriceEvent> events = new ArrayList<>();
    if (inputs.history() != null) {
      events.addAll(PriceHistoryCsv.read(inputs.history(), notes));
    }
    if (inputs.approvals() != null) {
      events.addAll(ApprovalsJson.read(inputs.approvals(), faults));
    }
    events.sort(Comparator.comparingLong(PriceEvent::knownMs)); // stable: files keep their order
    return events;
  }
}
