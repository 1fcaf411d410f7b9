// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.Prediction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A model that says which payments are honest; of half of them it is known later. */
final class PredictionTelemetry {
  static final double BEFORE = .9;
  static final double AFTER = .5;
  private static final double HONEST = .8;

  private PredictionTelemetry() {}

  /** Two a second; payments come from elsewhere at the switch, and the model knows them not. */
  static List<AnswerTelemetry.Said> of(String service, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<AnswerTelemetry.Said> all = new ArrayList<>();
    for (int i = 0; i < 2 * AnswerTelemetry.SECONDS; i++) {
      long atMs = AnswerTelemetry.START_MS + i * 500L + random.nextInt(500);
      boolean late = i >= 2 * AnswerTelemetry.SWITCH;
      String id = service + "-p" + i;
      boolean honest = random.nextDouble() < HONEST;
      boolean right = random.nextDouble() < (late ? AFTER : BEFORE);
      Prediction made = prediction(service, id, atMs, honest == right);
      made.features().put("amount", random.nextDouble());
      made.categories().put("country", late ? "NO" : random.nextInt(3) == 0 ? "DE" : "FR");
      all.add(new AnswerTelemetry.Said(atMs, made));
      if (random.nextBoolean()) {
        long known = atMs + 5_000 + random.nextInt(120_000);
        AnswerVerdict truth = honest ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
        Instant at = Instant.ofEpochMilli(known);
        AnswerLabel label = new AnswerLabel(id, Observation.OUTCOME, truth, at, "bank");
        all.add(new AnswerTelemetry.Said(known, label));
      }
    }
    all.sort(Comparator.comparingLong(AnswerTelemetry.Said::atMs));
    return all;
  }

  /** One with nothing that it was given. */
  static Prediction prediction(String service, String id, long atMs, boolean good) {
    return new Prediction(
        id,
        "prod",
        service,
        "fraud",
        "7",
        "",
        "card",
        Map.of("region", "eu"),
        Map.of("honest", good ? .8 : .2),
        new TreeMap<>(),
        new TreeMap<>(),
        good ? AnswerVerdict.GOOD : AnswerVerdict.BAD,
        Instant.ofEpochMilli(atMs));
  }
}
