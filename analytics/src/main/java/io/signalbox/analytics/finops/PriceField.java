// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each field of a price catalogue whether it is priced, and if not, why. */
public final class PriceField {
  private static final Pattern THRESHOLD = Pattern.compile("_above_([0-9]+)k_tokens");
  private static final Pattern TIER = Pattern.compile("_(priority|flex|batches)$");
  private static final Set<String> PRICED =
      Arrays.stream(Meter.values())
          .flatMap(meter -> meter.fields().stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final String NO_CROSS = "no usage says which cached tokens were audio or images";
  private static final String STANDING = "priced by the day or by the tool, which no usage tells";
  private static final String UPLIFT = "depends on the contract for a region, which no usage tells";
  private static final Map<String, String> UNPRICED =
      Map.ofEntries(
          Map.entry("cache_read_input_audio_token_cost", NO_CROSS),
          Map.entry("cache_read_input_image_token_cost", NO_CROSS),
          Map.entry("cache_creation_input_audio_token_cost", NO_CROSS),
          Map.entry("input_dbu_cost_per_token", "the same tokens in credits; the USD price counts"),
          Map.entry(
              "output_dbu_cost_per_token", "the same tokens in credits; the USD price counts"),
          Map.entry("output_db_cost_per_token", "the same tokens in credits; the USD price counts"),
          Map.entry("file_search_cost_per_1k_calls", STANDING),
          Map.entry("file_search_cost_per_gb_per_day", STANDING),
          Map.entry("vector_store_cost_per_gb_per_day", STANDING),
          Map.entry("computer_use_input_cost_per_1k_tokens", STANDING),
          Map.entry("computer_use_output_cost_per_1k_tokens", STANDING),
          Map.entry("regional_processing_uplift_multiplier_eu", UPLIFT),
          Map.entry("regional_processing_uplift_multiplier_us", UPLIFT));

  private PriceField() {}

  /** Whether a key of the catalogue says what something costs. */
  public static boolean isCost(String key) {
    return key.contains("cost") || key.contains("_multiplier") || key.equals("tiered_pricing");
  }

  /** Why a cost field is not priced, or null if it is. */
  public static @Nullable String unpriced(String field) {
    String base = TIER.matcher(THRESHOLD.matcher(field).replaceFirst("")).replaceFirst("");
    if (PRICED.contains(base)) {
      return null;
    }
    String known = UNPRICED.get(base);
    if (known != null) {
      return known;
    }
    return base.contains("_interval") || base.contains("_image") || base.endsWith("p")
        ? "depends on a length or a resolution, which no usage tells"
        : "unknown cost field";
  }

  /** The number of input tokens above which the field counts; 0 if it always does. */
  static long threshold(String field) {
    Matcher matcher = THRESHOLD.matcher(field);
    return matcher.find() ? Long.parseLong(matcher.group(1)) * 1000 : 0;
  }
}
