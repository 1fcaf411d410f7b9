// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.schemas.finops.PriceHistoryCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/** What a history says of one model up to a time, in its order. */
final class PriceNews implements GeneratorFunction<Long, PriceTelling> {
  private static final long serialVersionUID = 1;
  private final String history;
  private final String model;
  private final long untilMs;
  private transient @Nullable List<PriceTelling> read;

  PriceNews(String history, String model, long untilMs) {
    this.history = history;
    this.model = model;
    this.untilMs = untilMs;
  }

  /** All that is told. */
  List<PriceTelling> all() throws IOException {
    List<PriceTelling> known = read;
    if (known == null) {
      known = new ArrayList<>();
      for (PriceEvent event : PriceHistoryCsv.read(Path.of(history), note -> {})) {
        if (event.model().equals(model) && event.knownMs() <= untilMs) {
          known.add(new PriceTelling(known.size(), event));
        }
      }
      known.sort(PriceTelling.ORDER);
      read = known;
    }
    return known;
  }

  @Override
  public PriceTelling map(Long index) throws IOException {
    return all().get(index.intValue());
  }
}
