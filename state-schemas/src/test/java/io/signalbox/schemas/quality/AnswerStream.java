// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.quality.Answer;
import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.QualityOutput;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.QualityShape;
import io.signalbox.analytics.quality.ServiceQuality;
import io.signalbox.analytics.quality.ShapeReference;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Answers of a service of which some are rated, and some labelled otherwise later. */
final class AnswerStream {
  static final QualitySettings SETTINGS =
      new QualitySettings(
          60_000,
          3_600_000,
          600_000,
          64,
          64,
          1_000,
          .05,
          new ShapeReference(300_000, 60_000),
          DriftSettings.DEFAULT);

  private static final long START_MS = 1_700_000_000_000L;

  private AnswerStream() {}

  /**
   * Runs it, with another prompt after two thirds and another model for the last quarter.
   *
   * @param each after so many answers the state is replaced
   */
  static ServiceQuality run(
      long seed, int answers, int each, List<Object> told, UnaryOperator<ServiceQuality> replace) {
    SplittableRandom random = new SplittableRandom(seed);
    ServiceQuality quality = new ServiceQuality("prod", "bot", SETTINGS);
    QualityOutput out = to(told);
    for (int i = 0; i < answers; i++) {
      long nowMs = START_MS + i * 1_000L;
      quality.advance(nowMs, out);
      boolean late = i > answers * 3 / 4;
      List<Change> changes = new ArrayList<>();
      if (i == answers * 2 / 3) {
        Instant at = Instant.ofEpochMilli(nowMs);
        changes.add(new Change("c", at, "prod", "bot", "prompt", "p2", "p1", "x", false));
      }
      Answer answer =
          new Answer(
              nowMs,
              "prod",
              "bot",
              late ? "gpt-4o-mini" : "gpt-4o",
              "t" + random.nextInt(2),
              "",
              "r" + i,
              late ? 20 : 100 + random.nextInt(50),
              "q" + random.nextInt(80),
              "a" + random.nextInt(2),
              Map.of(),
              Map.of());
      List<Observation> seen = new ArrayList<>();
      seen.add(observation(nowMs, answer, Observation.ANSWERED, answer.outputTokens(), false));
      double value = random.nextDouble() < (late ? .4 : .95) ? 1 : 0;
      seen.add(observation(nowMs, answer, "safety", value, true));
      if (random.nextInt(4) == 0) {
        double truth = random.nextInt(5) == 0 ? 1 - value : value;
        seen.add(new Observation(nowMs, answer, "safety", truth, true, value, false, true, value));
      }
      seen.add(observation(nowMs, answer, "safety.score", value + random.nextDouble(), false));
      quality.fold(changes, seen, out);
      quality = i % each == each - 1 ? replace.apply(quality) : quality;
    }
    return quality;
  }

  private static Observation observation(
      long atMs, Answer answer, String metric, double value, boolean rate) {
    return new Observation(atMs, answer, metric, value, rate, Double.NaN, false, false, Double.NaN);
  }

  private static QualityOutput to(List<Object> told) {
    return new QualityOutput() {
      @Override
      public void rate(QualityRate rate) {
        told.add(rate);
      }

      @Override
      public void shape(QualityShape shape) {
        told.add(shape);
      }

      @Override
      public void episode(Episode episode) {
        told.add(episode);
      }
    };
  }
}
