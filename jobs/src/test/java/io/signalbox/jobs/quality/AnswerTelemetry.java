// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Embedding;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Telemetry of a service whose model is replaced by a worse one after half an hour. */
final class AnswerTelemetry {
  static final long START_MS = 1_700_000_400_000L;
  static final int SECONDS = 2_400;
  static final int SWITCH = 1_800;

  /** Chance that an answer is good, before and after. */
  static final double BEFORE = .95;

  static final double AFTER = .5;

  private AnswerTelemetry() {}

  /** What is said, with its event time. */
  record Said(long atMs, Object what) {}

  /**
   * A span each second, each with an evaluation two seconds later and, of one in three, a label
   * that may contradict it, twice.
   */
  static List<Said> of(String service, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < SECONDS; i++) {
      long atMs = START_MS + i * 1_000L + random.nextInt(1_000);
      boolean late = i >= SWITCH;
      String model = late ? "gpt-4o-mini" : "gpt-4o";
      String id = service + "-" + i;
      all.add(new Said(atMs, span(service, id, atMs, model, "t" + random.nextInt(3))));
      boolean good = random.nextDouble() < (late ? AFTER : BEFORE);
      all.add(new Said(atMs + 2_000, evaluation(service, id, atMs + 2_000, good)));
      if (random.nextInt(3) == 0) {
        long known = atMs + 3_000 + random.nextInt(120_000);
        AnswerVerdict truth =
            good == (random.nextInt(10) > 0) ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
        Said label =
            new Said(
                known,
                new AnswerLabel(id, "relevance", truth, Instant.ofEpochMilli(known), "user"));
        all.add(label);
        all.add(new Said(known + 1_000, label.what()));
      }
    }
    Instant at = Instant.ofEpochMilli(START_MS + SWITCH * 1_000L);
    all.add(
        new Said(
            at.toEpochMilli(),
            new Change(
                service, at, "prod", service, "model", "gpt-4o-mini", "gpt-4o", "x", false)));
    all.sort(java.util.Comparator.comparingLong(Said::atMs));
    return all;
  }

  private static GenAiEvent span(
      String service, String id, long atMs, String model, String tenant) {
    Map<String, String> said = new TreeMap<>();
    said.put("gen_ai.operation.name", "chat");
    said.put("gen_ai.response.model", model);
    said.put("gen_ai.response.id", id);
    said.put("gen_ai.usage.output_tokens", "120");
    said.put("tenant", tenant);
    said.put("gen_ai.output.embedding.numbers", embedding(id));
    return event("span", service, id, atMs, said);
  }

  /** Vectors that lie where they lay. */
  private static String embedding(String id) {
    double[] vector = new SplittableRandom(id.hashCode()).doubles(12).toArray();
    return Arrays.stream(Embedding.numbers(vector))
        .mapToObj(Double::toString)
        .collect(Collectors.joining(" "));
  }

  private static GenAiEvent evaluation(String service, String id, long atMs, boolean good) {
    Map<String, String> said = new TreeMap<>();
    said.put("gen_ai.evaluation.name", "relevance");
    said.put("gen_ai.evaluation.score.label", good ? "pass" : "fail");
    said.put("gen_ai.response.id", id);
    return event("evaluation", service, id, atMs, said);
  }

  private static GenAiEvent event(
      String kind, String service, String id, long atMs, Map<String, String> said) {
    String span = String.format(Locale.ROOT, "%016x", id.hashCode());
    Instant at = Instant.ofEpochMilli(atMs);
    return new GenAiEvent(
        kind, at, "prod", service, "chat", "trace" + id, span, 900_000, false, said);
  }
}
