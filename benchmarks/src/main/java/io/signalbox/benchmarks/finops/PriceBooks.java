// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.schemas.finops.ApprovalsJson;
import io.signalbox.schemas.finops.CatalogueJson;
import io.signalbox.schemas.finops.PriceHistoryCsv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the prices of a run. */
final class PriceBooks {
  private PriceBooks() {}

  static PriceBook read(CostInputs inputs, CostReport report) throws IOException {
    PriceBook.Writer book = new PriceBook.Writer();
    CatalogueJson.read(inputs.prices(), book);
    List<PriceEvent> events = new ArrayList<>();
    if (inputs.history() != null) {
      events.addAll(PriceHistoryCsv.read(inputs.history(), book::add));
    }
    if (inputs.approvals() != null) {
      events.addAll(ApprovalsJson.read(inputs.approvals(), report::complain));
    }
    events.sort(Comparator.comparingLong(PriceEvent::knownMs)); // stable: files keep their order
    events.forEach(book::add);
    return book.book();
  }
}
