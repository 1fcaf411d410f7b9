// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prices of all models. What a history names has its prices from there alone. */
public final class PriceBook {
  /** How price lists call providers that usages name otherwise. */
  private static final Map<String, String> SELLERS =
      Map.of(
          "aws.bedrock", "bedrock",
          "azure.ai.openai", "azure",
          "azure.ai.inference", "azure_ai",
          "gcp.gemini", "gemini",
          "gcp.gen_ai", "gemini",
          "gcp.vertex_ai", "vertex_ai",
          "mistral_ai", "mistral",
          "x_ai", "xai");

  private final Map<String, ModelPrices> models;
  private final List<PriceNote> notes;
  private final List<Quarantine> quarantines;

  PriceBook(Map<String, ModelPrices> models) {
    this(models, List.of());
  }

  PriceBook(Map<String, ModelPrices> models, List<PriceNote> notes) {
    this.models = models;
    this.notes = notes;
    this.quarantines = new ArrayList<>();
    for (ModelPrices model : models.values()) {
      model.series().forEach(series -> quarantines.addAll(series.quarantines()));
    }
    quarantines.sort(
        Comparator.comparingLong(Quarantine::claimedMs)
            .thenComparing(Quarantine::model)
            .thenComparing(Quarantine::field));
  }

  /**
   * The prices of a model.
   *
   * @param provider who served it, or null
   * @param model as the usage names it: by itself, or below its provider
   * @throws Refusal if no list names it
   */
  public ModelPrices find(@Nullable String provider, String model) throws Refusal {
    ModelPrices found = models.get(model);
    if (found == null && provider != null) {
      found = models.get(below(provider, model));
    }
    if (found == null) {
      throw new Refusal("unknown model " + model);
    }
    return found;
  }

  private static String below(String provider, String model) {
    return SELLERS.getOrDefault(provider, provider) + "/" + model;
  }

  Map<String, ModelPrices> models() {
    return models;
  }

  /** What was found amiss in the lists. */
  public List<PriceNote> notes() {
    return notes;
  }

  /** All leaps, in the order of time. */
  public List<Quarantine> quarantines() {
    return quarantines;
  }

  /** How many models have a price. */
  public int size() {
    return models.size();
  }

  /** A book that is being written: entries first or last, events in the order of what was known. */
  public static final class Writer {
    private final Map<String, CatalogueEntry> entries = new HashMap<>();
    private final Map<String, Map<String, PriceFold>> folds = new HashMap<>();
    private final List<PriceNote> notes = new ArrayList<>();

    /** Adds a model of a catalogue. */
    public Writer add(CatalogueEntry entry) {
      entries.put(entry.model(), entry);
      return this;
    }

    /** Adds an event of a history. */
    public Writer add(PriceEvent event) {
      folds
          .computeIfAbsent(event.model(), model -> new HashMap<>())
          .computeIfAbsent(event.field(), PriceFold::new)
          .add(event);
      return this;
    }

    /** Notes something amiss. */
    public Writer add(PriceNote note) {
      notes.add(note);
      return this;
    }

    /** The models of the catalogue that were added. */
    public Collection<CatalogueEntry> entries() {
      return entries.values();
    }

    /** The book. */
    public PriceBook book() {
      Map<String, ModelPrices> models = new HashMap<>();
      for (CatalogueEntry entry : entries.values()) {
        models.put(entry.model(), prices(entry));
      }
      folds.forEach(
          (model, fields) -> {
            if (!models.containsKey(model)) {
              models.put(model, new ModelPrices(model, null, series(fields), List.of()));
            }
          });
      notes.sort(Comparator.comparing(PriceNote::model).thenComparing(PriceNote::field));
      return new PriceBook(models, List.copyOf(notes));
    }

    private ModelPrices prices(CatalogueEntry entry) {
      Map<String, PriceSeries> all = series(entry.model(), entry.prices());
      all.putAll(series(folds.getOrDefault(entry.model(), Map.of())));
      List<PriceRange> ranges = new ArrayList<>();
      for (CatalogueEntry.Range range : entry.ranges()) {
        ranges.add(
            new PriceRange(range.above(), range.upTo(), series(entry.model(), range.prices())));
      }
      return new ModelPrices(entry.model(), entry.provider(), all, ranges);
    }

    private static Map<String, PriceSeries> series(Map<String, PriceFold> fields) {
      Map<String, PriceSeries> all = new HashMap<>();
      fields.forEach((field, fold) -> all.put(field, fold.series()));
      return all;
    }

    private Map<String, PriceSeries> series(String model, Map<String, String> texts) {
      Map<String, PriceSeries> all = new HashMap<>();
      texts.forEach(
          (field, text) -> {
            String unpriced = PriceField.unpriced(field);
            if (unpriced != null) {
              notes.add(new PriceNote(model, field, text, "not priced: " + unpriced));
              return;
            }
            try {
              all.put(field, PriceSeries.always(field, PriceText.parse(text)));
              noteNoise(model, field, text);
            } catch (Refusal refused) {
              notes.add(new PriceNote(model, field, text, refused.reason()));
            }
          });
      return all;
    }

    private void noteNoise(String model, String field, String text) throws Refusal {
      if (PriceText.noisy(PriceText.parse(text))) {
        notes.add(new PriceNote(model, field, text, "float noise: used as it stands"));
      }
    }
  }
}
