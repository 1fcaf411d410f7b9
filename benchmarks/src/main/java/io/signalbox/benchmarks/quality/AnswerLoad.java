// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.benchmarks.load.Sent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * An answer a second of event time of each service and, two seconds later, what a judge thinks of
 * it. The same arguments give the same events.
 */
final class AnswerLoad implements GeneratorFunction<Long, GenAiEvent> {
  private static final long serialVersionUID = 1;

  /** Events that nobody will ever reach. */
  static final long ENDLESS = 1L << 40;

  private static final long START_MS = 1_767_600_000_000L;
  private static final int COUNTED = 1024;
  private static final int TENANTS = 8;
  private static final long GOOD_OF_16 = 14;

  private final int services;

  /** Makes the load of so many services. */
  AnswerLoad(int services) {
    this.services = services;
  }

  @Override
  public GenAiEvent map(Long number) {
    if (number % COUNTED == COUNTED - 1) {
      Sent.add(COUNTED);
    }
    long turn = number / 2;
    boolean judged = number % 2 == 1;
    long answer = judged ? Math.max(0, turn - 2L * services) : turn;
    long atMs = START_MS + turn / services * 1000 + turn % services * 1000L / services;
    return judged ? evaluation(answer, atMs) : span(answer, atMs);
  }

  private GenAiEvent span(long answer, long atMs) {
    Map<String, String> said = new TreeMap<>();
    said.put("gen_ai.operation.name", "chat");
    said.put("gen_ai.provider.name", "openai");
    said.put("gen_ai.response.id", id(answer));
    said.put("gen_ai.response.model", "gpt-4o-2024-08-06");
    said.put("gen_ai.usage.input_tokens", "400");
    said.put("gen_ai.usage.output_tokens", Long.toString(60 + mix(answer) % 100));
    said.put("tenant", "tenant-" + mix(answer + 1) % TENANTS);
    return event("span", answer, atMs, said);
  }

  private GenAiEvent evaluation(long answer, long atMs) {
    Map<String, String> said = new TreeMap<>();
    boolean good = mix(answer + 2) % 16 < GOOD_OF_16;
    said.put("gen_ai.evaluation.name", "relevance");
    said.put("gen_ai.evaluation.score.label", good ? "pass" : "fail");
    said.put("gen_ai.response.id", id(answer));
    return event("evaluation", answer, atMs, said);
  }

  private GenAiEvent event(String kind, long answer, long atMs, Map<String, String> said) {
    return new GenAiEvent(
        kind,
        Instant.ofEpochMilli(atMs),
        "production",
        "service-" + answer % services,
        "chat",
        null,
        null,
        900_000,
        false,
        said);
  }

  private static String id(long answer) {
    return "chatcmpl-" + answer;
  }

  /** The finalizer of SplitMix64, Steele et al. 2014, without its sign. */
  private static long mix(long number) {
    long z = number * 0x9e3779b97f4a7c15L + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (z ^ (z >>> 31)) >>> 1;
  }
}
