// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.ModelIdentity;
import io.signalbox.analytics.finops.ModelNames;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the draft of FOCUS 1.5 says of models and tokens in the details of a price. What is not
 * known is left out: nothing is guessed, and null is no allowed value.
 */
final class AiProperties {
  private AiProperties() {}

  /** Those of a meter of a model, by key; none of a machine. */
  static Map<String, String> of(String model, Meter meter) {
    Map<String, String> all = new TreeMap<>();
    if (meter == Meter.COMPUTE_SECONDS || meter == Meter.CREDITS) {
      return all;
    }
    ModelIdentity identity = ModelNames.tell(model);
    all.put("ModelId", model);
    if (identity != null) {
      all.put("ModelDeveloper", identity.developer());
      put(all, "ModelFamily", identity.family());
      put(all, "ModelVersion", identity.version());
    }
    put(all, "TokenCacheAction", cacheAction(meter, identity));
    put(all, "TokenDirection", direction(meter));
    return all;
  }

  private static void put(Map<String, String> all, String key, @Nullable String value) {
    if (value != null) {
      all.put(key, value);
    }
  }

  /**
   * Sound and images may come from a cache or not, nobody tells. Text that was not read from one
   * may have been written to it, unless that has a meter of its own.
   */
  private static @Nullable String cacheAction(Meter meter, @Nullable ModelIdentity identity) {
    return switch (meter) {
      case CACHE_READ -> "Read";
      case CACHE_WRITE_5M, CACHE_WRITE_1H -> "Write";
      case UNCACHED_IN -> identity != null && identity.metersCacheWrites() ? "Uncached" : null;
      default -> null;
    };
  }

  /** Citations are counted beside both, and are in neither direction. */
  private static @Nullable String direction(Meter meter) {
    if (!meter.tokens() || meter == Meter.CITATION) {
      return null;
    }
    return meter.input() ? "Input" : "Output";
  }
}
