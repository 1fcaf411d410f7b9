// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageLines;
import java.time.Instant;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/**
 * Usages of one model, spread evenly over a time, for as many readers as there are; behind those of
 * each reader one of a later time, which passes the others on.
 *
 * @param usages how many, over all readers
 * @param readers among whom they are divided
 * @param model what was asked
 * @param fromMs when the first was, epoch milliseconds
 * @param untilMs when the last was
 */
record RepricingLoad(int usages, int readers, String model, long fromMs, long untilMs)
    implements GeneratorFunction<Long, UsageBatch> {
  private static final long serialVersionUID = 1;

  /** Behind the last usage, so that it is folded. */
  private static final long PASSES_ON_MS = 5_000;

  /** One that passes the others on, and one that never comes, so that no reader ends. */
  private static final int MORE = 2;

  private static final ThreadLocal<@Nullable UsageLines> READER = new ThreadLocal<>();

  /** Usages of each reader. */
  int each() {
    return usages / readers;
  }

  /** Items of all sources. */
  long items() {
    return (long) readers * (each() + MORE);
  }

  /** When a usage was, epoch milliseconds. */
  long atMs(int number) {
    return fromMs + (untilMs - fromMs) * number / each();
  }

  /** Tokens read by a usage, some of them from a cache. */
  static int input(int number) {
    return 200 + 37 * (number % 9000) % 9000;
  }

  static int cached(int number) {
    return input(number) / 3;
  }

  static int output(int number) {
    return 10 + 7 * (number % 2000) % 2000;
  }

  @Override
  public UsageBatch map(Long index) {
    int reader = (int) (index / (each() + MORE));
    int number = (int) (index % (each() + MORE));
    long at = number < each() ? atMs(number) : untilMs + PASSES_ON_MS;
    String line =
        """
        {"timestamp":"%s","tenant":"tenant-%d","team":"team-%d","feature":"feature-%d",\
        "gen_ai.operation.name":"chat","gen_ai.provider.name":"aws.bedrock",\
        "gen_ai.request.model":"%s","gen_ai.response.model":"%s","gen_ai.response.id":"r%d-%d",\
        "gen_ai.usage.input_tokens":%d,"gen_ai.usage.cache_read.input_tokens":%d,\
        "gen_ai.usage.output_tokens":%d}"""
            .formatted(
                Instant.ofEpochMilli(at),
                number % 50,
                number % 8,
                number % 5,
                model,
                model,
                reader,
                number,
                input(number),
                cached(number),
                output(number));
    UsageLines lines = READER.get();
    if (lines == null) {
      lines = new UsageLines(new ExchangeRates());
      READER.set(lines);
    }
    return lines.read("usages", index, line.getBytes(US_ASCII), Long.MAX_VALUE);
  }
}
