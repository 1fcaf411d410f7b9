// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price book that goes on: what is told of a price is put in its place among what was told
 * before, however late it comes, and the price is followed anew.
 */
public final class LivePrices {
  private final Map<String, CatalogueEntry> catalogue = new HashMap<>();
  private final Map<String, List<PriceTelling>> told = new HashMap<>();
  private final Map<String, ModelPrices> models;
  private final PriceBook book;

  /** Prices of a catalogue, of which nothing more has been told. */
  public LivePrices(Collection<CatalogueEntry> entries) {
    PriceBook.Writer writer = new PriceBook.Writer();
    for (CatalogueEntry entry : entries) {
      catalogue.put(entry.model(), entry);
      writer.add(entry);
    }
    models = new HashMap<>(writer.book().models());
    book = new PriceBook(models);
  }

  /**
   * What a telling changed.
   *
   * @param model whose prices
   * @param fromMs usages before that time, epoch milliseconds, cost what they did
   * @param before the prices without it, or null if there were none
   */
  public record Change(String model, long fromMs, @Nullable ModelPrices before) {}

  /** The book as it was before a change that was the last. */
  public PriceBook before(Change change) {
    Map<String, ModelPrices> all = new HashMap<>(models);
    if (change.before == null) {
      all.remove(change.model);
    } else {
      all.put(change.model, change.before);
    }
    return new PriceBook(all);
  }

  /** The prices as they are told by now; the same book goes on. */
  public PriceBook book() {
    return book;
  }

  /** All that was told of a model, in its order. */
  public List<PriceTelling> told(String model) {
    return told.getOrDefault(model, List.of());
  }

  /** Takes what was told before, in any order. */
  public void restore(String model, Collection<PriceTelling> tellings) {
    List<PriceTelling> all = new ArrayList<>(tellings);
    all.sort(PriceTelling.ORDER);
    told.put(model, all);
    models.put(model, follow(model));
  }

  /**
   * Takes what is told.
   *
   * @return what it changed, or null if it had been told before
   */
  public @Nullable Change take(PriceTelling telling) {
    PriceEvent event = telling.event();
    List<PriceTelling> all = told.computeIfAbsent(event.model(), model -> new ArrayList<>());
    if (all.contains(telling)) {
      return null;
    }
    boolean first = all.stream().noneMatch(one -> one.event().field().equals(event.field()));
    all.add(telling);
    all.sort(PriceTelling.ORDER);
    ModelPrices after = follow(event.model());
    ModelPrices before = models.put(event.model(), after);
    long from = first || before == null ? Long.MIN_VALUE : from(event, before, after);
    return new Change(event.model(), from, before);
  }

  private ModelPrices follow(String model) {
    PriceBook.Writer writer = new PriceBook.Writer();
    CatalogueEntry entry = catalogue.get(model);
    if (entry != null) {
      writer.add(entry);
    }
    told(model).forEach(one -> writer.add(one.event()));
    return Objects.requireNonNull(writer.book().models().get(model));
  }

  /** A telling reaches back to where a leap began that it may have ended, but no further. */
  private static long from(PriceEvent event, ModelPrices before, ModelPrices after) {
    long from = event.knownMs();
    for (ModelPrices prices : List.of(before, after)) {
      for (Quarantine leap : prices.quarantines(event.field())) {
        boolean open = leap.endedMs() == null || leap.endedMs() >= event.knownMs();
        from = open ? Math.min(from, leap.fromMs()) : from;
      }
    }
    return from;
  }
}
