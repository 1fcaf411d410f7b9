// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import java.time.Instant;
import java.util.List;

/**
 * A call of a model, always the same under its number.
 *
 * @param number from 0
 * @param atMs when its answer was there, epoch milliseconds
 */
record BillCall(int number, long atMs) {
  static final List<String> MODELS = List.of("sonnet", "mini", "flash");
  private static final List<String> PROVIDERS = List.of("aws.bedrock", "openai", "gcp.gemini");

  String id() {
    return "resp-" + number;
  }

  String model() {
    return MODELS.get(number % MODELS.size());
  }

  String provider() {
    return PROVIDERS.get(number % PROVIDERS.size());
  }

  String tenant() {
    return "tenant-" + number % 7;
  }

  int input() {
    return 100 + number * 37 % 5000;
  }

  int cached() {
    return number % 4 == 0 ? input() / 2 : 0;
  }

  int output() {
    return 5 + number * 13 % 900;
  }

  /** As a usage event of a revision, which may count other tokens. */
  String line(int revision) {
    return """
        {"timestamp":"%s","tenant":"%s","gen_ai.operation.name":"chat",\
        "gen_ai.provider.name":"%s","gen_ai.request.model":"%s","gen_ai.response.id":"%s",\
        "gen_ai.usage.input_tokens":%d,"gen_ai.usage.cache_read.input_tokens":%d,\
        "gen_ai.usage.output_tokens":%d,"revision":%d}"""
        .formatted(
            Instant.ofEpochMilli(atMs),
            tenant(),
            provider(),
            model(),
            id(),
            input(),
            cached(),
            output() + revision - 1,
            revision);
  }
}
