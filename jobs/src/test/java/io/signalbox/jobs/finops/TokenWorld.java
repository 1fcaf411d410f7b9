// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.signals.GenAiEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Services that call models, by the spans and metrics of the same calls. */
final class TokenWorld {
  static final long START = 1_760_000_000_000L;
  private static final long MINUTE = 60_000;

  final List<GenAiEvent> events = new ArrayList<>();

  /** Tokens that were read and written, and calls, by service. */
  final Map<String, long[]> used = new TreeMap<>();

  private final Random random;

  TokenWorld(long seed, int minutes) {
    random = new Random(seed);
    for (String service : List.of("bot", "cart", "desk", "echo")) {
      long[] all = new long[3];
      long[] most = new long[2];
      for (int minute = 1; minute <= minutes; minute++) {
        long end = START + minute * MINUTE;
        for (int calls = random.nextInt(3); calls > 0; calls--) {
          call(service, end - 1 - random.nextInt(50_000), all, most);
        }
        events.add(tokens(service, "input", end, all[0], all[2], most[0]));
        events.add(tokens(service, "output", end, all[1], all[2], most[1]));
      }
      used.put(service, all);
    }
  }

  private void call(String service, long at, long[] all, long[] most) {
    long input = random.nextInt(1000);
    long output = random.nextInt(1000);
    all[0] += input;
    all[1] += output;
    all[2]++;
    most[0] = Math.max(most[0], input);
    most[1] = Math.max(most[1], output);
    events.add(
        new GenAiEvent(
            "span",
            Instant.ofEpochMilli(at),
            "prod",
            service,
            "chat",
            "trace-" + events.size(),
            "span",
            5,
            false,
            Map.of(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.request.model",
                "gpt",
                "tenant",
                service,
                "gen_ai.usage.input_tokens",
                Long.toString(input),
                "gen_ai.usage.output_tokens",
                Long.toString(output))));
  }

  static GenAiEvent tokens(
      String service, String type, long endMs, long sum, long count, long most) {
    return new GenAiEvent(
        "tokens",
        Instant.ofEpochMilli(endMs),
        "prod",
        service,
        "gen_ai.client.token.usage",
        null,
        null,
        0,
        false,
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("gen_ai.operation.name", "chat"),
                Map.entry("gen_ai.request.model", "gpt"),
                Map.entry("gen_ai.token.type", type),
                Map.entry("tenant", service),
                Map.entry("metric.kind", "histogram"),
                Map.entry("metric.temporality", "cumulative"),
                Map.entry("metric.start_unix_nano", START + "000000"),
                Map.entry("metric.time_unix_nano", endMs + "000000"),
                Map.entry("metric.sum", Long.toString(sum)),
                Map.entry("metric.count", Long.toString(count)),
                Map.entry("metric.max", Long.toString(most)),
                Map.entry("metric.series", type.equals("input") ? "1" : "2"),
                Map.entry("metric.resource", "1"))));
  }
}
