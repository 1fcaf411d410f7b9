// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that describe a charge in words or key-value pairs, each text made once. */
final class FocusDetails {
  private static final int MOST_KEPT = 100_000;
  private final Map<Owner, String> tags = new HashMap<>();
  private final Map<SkuKey, Sku> skus = new HashMap<>();
  private final boolean aiProperties;

  /** Details with what FOCUS 1.5 says of models and tokens, or without. */
  FocusDetails(boolean aiProperties) {
    this.aiProperties = aiProperties;
  }

  @Nullable String tags(Owner owner) {
    if (tags.size() > MOST_KEPT) {
      tags.clear();
    }
    String text =
        tags.computeIfAbsent(
            owner,
            key -> {
              StringBuilder out = new StringBuilder();
              pair(out, "agent", key.agent());
              pair(out, "data_class", key.dataClass());
              pair(out, "feature", key.feature());
              pair(out, "team", key.team());
              return out.isEmpty() ? "" : out.append('}').toString();
            });
    return text.isEmpty() ? null : text;
  }

  /**
   * What the rows of one meter of one model at one price have in common.
   *
   * @param id of what is sold
   * @param meter in words
   * @param priceId of the price field
   * @param details as key-value pairs
   * @param description in words
   */
  record Sku(String id, String meter, String priceId, String details, String description) {}

  private record SkuKey(String model, Meter meter, String field, ServiceTier tier) {}

  Sku sku(Usage usage, Charge.Part part) {
    if (skus.size() > MOST_KEPT) {
      skus.clear();
    }
    return skus.computeIfAbsent(
        new SkuKey(usage.model(), part.meter(), part.field(), usage.tier()), this::sku);
  }

  private Sku sku(SkuKey key) {
    String id = key.model + ":" + key.meter.label();
    String meter = key.meter.label().replace('_', ' ');
    String tier = key.tier.name().toLowerCase(Locale.ROOT);
    StringBuilder details = new StringBuilder();
    if (aiProperties) {
      AiProperties.of(key.model, key.meter).forEach((name, value) -> pair(details, name, value));
    }
    pair(details, "x_Model", key.model);
    pair(details, "x_PriceField", key.field);
    pair(details, "x_ServiceTier", tier);
    pair(details, "x_Meter", key.meter.label());
    String description = key.model + ": " + meter;
    return new Sku(
        id,
        meter,
        id + ":" + key.field,
        details.append('}').toString(),
        key.tier == ServiceTier.STANDARD ? description : description + ", " + tier);
  }

  private static void pair(StringBuilder out, String key, @Nullable String value) {
    if (value != null) {
      out.append(out.isEmpty() ? '{' : ',').append('"').append(key).append("\":\"");
      out.append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
    }
  }
}
