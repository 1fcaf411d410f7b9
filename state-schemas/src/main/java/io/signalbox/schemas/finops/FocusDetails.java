// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.signalbox.analytics.finops.Charge;
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
  private final Map<String, String> prices = new HashMap<>();

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

  String price(Usage usage, Charge.Part part) {
    if (prices.size() > MOST_KEPT) {
      prices.clear();
    }
    return prices.computeIfAbsent(
        usage.model() + '\n' + part.field() + '\n' + part.meter() + '\n' + usage.tier(),
        key -> {
          StringBuilder out = new StringBuilder();
          pair(out, "x_Model", usage.model());
          pair(out, "x_PriceField", part.field());
          pair(out, "x_ServiceTier", usage.tier().name().toLowerCase(Locale.ROOT));
          pair(out, "x_Meter", part.meter().label());
          return out.append('}').toString();
        });
  }

  String description(Usage usage, Charge.Part part) {
    String what = part.meter().label().replace('_', ' ');
    String tier =
        usage.tier() == ServiceTier.STANDARD
            ? ""
            : ", " + usage.tier().name().toLowerCase(Locale.ROOT);
    return usage.model() + ": " + what + tier;
  }

  private static void pair(StringBuilder out, String key, @Nullable String value) {
    if (value != null) {
      out.append(out.isEmpty() ? '{' : ',').append('"').append(key).append("\":\"");
      out.append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
    }
  }
}
