// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

/** Keys that say something of a usage, beside those of meters: texts, then numbers, then a flag. */
enum UsageKey {
  TIMESTAMP("timestamp"),
  TENANT("tenant"),
  TEAM("team"),
  FEATURE("feature"),
  AGENT("agent"),
  REGION("region"),
  DATA_CLASS("data_class"),
  OPERATION("gen_ai.operation.name"),
  PROVIDER("gen_ai.provider.name"),
  ASKED_MODEL("gen_ai.request.model"),
  MODEL("gen_ai.response.model"),
  ID("gen_ai.response.id"),
  SERVICE_TIER("service_tier"),
  CURRENCY("cost_currency"),
  RESOURCE("resource"),
  UNIT("unit"),

  INPUT("gen_ai.usage.input_tokens"),
  CACHE_READ("gen_ai.usage.cache_read.input_tokens"),
  CACHE_WRITE("gen_ai.usage.cache_creation.input_tokens"),
  CACHE_WRITE_1H("usage.cache_creation_1h.input_tokens"),
  AUDIO("gen_ai.usage.audio.input_tokens"),
  IMAGE("gen_ai.usage.image.input_tokens"),
  OUTPUT("gen_ai.usage.output_tokens"),
  REASONING("gen_ai.usage.reasoning.output_tokens"),
  REVISION("revision"),
  COST("cost"),
  QUANTITY("quantity"),
  SECONDS("seconds"),
  CALLS("usage.calls"),
  LARGEST_INPUT("usage.largest_input_tokens"),

  EXCLUDES_CACHE("usage.input_excludes_cache");

  private final String text;

  UsageKey(String text) {
    this.text = text;
  }

  /** How it is written. */
  String text() {
    return text;
  }
}
