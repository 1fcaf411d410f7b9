// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A service that calls a model, dies and comes back, and what its metrics say every minute; beside
 * what it has used, counted call by call.
 */
final class Exports {
  static final long START = 1_760_000_000_000_000_000L;
  static final long MINUTE = 60_000_000_000L;
  static final String ACCOUNT =
      new TokenAccount("prod", "bot", "1", Map.of("gen_ai.request.model", "m")).text();

  final List<TokenPoint> points = new ArrayList<>();
  final Map<String, Long> used = new TreeMap<>();
  long calls;

  private final Random random;
  private final boolean cumulative;
  private final Map<TokenKind, long[]> counted = new EnumMap<>(TokenKind.class);

  /** Less than an hour of it. */
  Exports(long seed, boolean cumulative, boolean counters, boolean histograms) {
    this.random = new Random(seed);
    this.cumulative = cumulative;
    long now = START;
    for (int lives = 1 + random.nextInt(3); lives > 0; lives--) {
      counted.clear();
      long start = now + random.nextInt(1000);
      long last = start;
      for (int exports = 1 + random.nextInt(12); exports > 0; exports--) {
        now += MINUTE;
        call(counters, histograms);
        export(start, last, now);
        last = now;
      }
    }
  }

  private void call(boolean counters, boolean histograms) {
    for (int left = random.nextInt(4); left > 0; left--) {
      long input = random.nextInt(1000);
      long cached = random.nextInt((int) input + 1);
      long output = random.nextInt(500);
      long thought = random.nextInt((int) output + 1);
      calls++;
      used.merge("gen_ai.usage.input_tokens", input, Long::sum);
      used.merge("gen_ai.usage.output_tokens", output, Long::sum);
      if (counters) {
        used.merge("gen_ai.usage.cache_read.input_tokens", cached, Long::sum);
        used.merge("gen_ai.usage.reasoning.output_tokens", thought, Long::sum);
        count(TokenKind.INPUT, input);
        count(TokenKind.OUTPUT, output);
        count(TokenKind.CACHE_READ, cached);
        count(TokenKind.REASONING, thought);
      }
      if (histograms) {
        count(TokenKind.INPUT_OF_CALLS, input);
        count(TokenKind.OUTPUT_OF_CALLS, output);
      }
    }
  }

  private void count(TokenKind kind, long tokens) {
    long[] all = counted.computeIfAbsent(kind, none -> new long[3]);
    all[0] += tokens;
    all[1]++;
    all[2] = Math.max(all[2], tokens);
  }

  private void export(long start, long last, long now) {
    counted.forEach(
        (kind, all) -> {
          boolean counter = kind.compareTo(TokenKind.INPUT_OF_CALLS) < 0;
          points.add(
              new TokenPoint(
                  ACCOUNT,
                  kind.ordinal(),
                  kind,
                  cumulative,
                  cumulative ? start + kind.ordinal() : last,
                  now,
                  all[0],
                  counter ? TokenPoint.UNKNOWN : all[1],
                  counter ? TokenPoint.UNKNOWN : all[2]));
        });
    if (!cumulative) {
      counted.clear();
    }
  }

  /** What is left of usages when each is replaced by its later revisions. */
  static Map<String, Long> sum(List<TokenUsage> told) {
    Map<String, Long> sum = new TreeMap<>();
    for (TokenUsage usage : latest(told)) {
      usage.tokens().forEach((key, tokens) -> sum.merge(key, tokens, Long::sum));
    }
    return sum;
  }

  static List<TokenUsage> latest(List<TokenUsage> told) {
    Map<Long, TokenUsage> latest = new TreeMap<>();
    for (TokenUsage usage : told) {
      latest.merge(usage.endNs(), usage, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    return List.copyOf(latest.values());
  }
}
