// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Answers of a service, one a second, of four tenants; half of them are rated. */
final class AnswerDay implements QualityOutput {
  final ServiceQuality quality = new ServiceQuality("prod", "bot", QualitySettings.DEFAULT);
  final List<QualityRate> rates = new ArrayList<>();
  final List<QualityShape> shapes = new ArrayList<>();
  final List<Episode> episodes = new ArrayList<>();
  double rated = .5;
  double tokens = 100;
  int questions;
  int regions;
  @Nullable VectorCloud cloud;

  private final SplittableRandom random;
  private long nowMs = 1_700_000_400_000L;

  AnswerDay(long seed) {
    random = new SplittableRandom(seed);
  }

  long nowMs() {
    return nowMs;
  }

  void change(String kind, String version) {
    change(kind, version, false);
  }

  /** A change that nobody announced. */
  void inferred(String kind, String version) {
    change(kind, version, true);
  }

  private void change(String kind, String version, boolean inferred) {
    Instant at = Instant.ofEpochMilli(nowMs);
    quality.fold(
        List.of(new Change(kind, at, "prod", "bot", kind, version, null, "x", null, inferred)),
        List.of(),
        this);
  }

  /** So many seconds of answers, each good as likely as its tenant, and region, has it. */
  void answers(int seconds, String model, ToDoubleFunction<String> good) {
    for (int i = 0; i < seconds; i++) {
      quality.advance(nowMs, this);
      String tenant = "t" + random.nextInt(4);
      String prompt = questions == 0 ? null : "q" + random.nextInt(questions);
      String text = random.nextDouble() < .9 ? "same" + prompt : "other" + random.nextInt(1_000);
      double length = tokens * (.5 + random.nextDouble());
      Map<String, Double> numbers = new TreeMap<>();
      if (cloud != null) {
        double[] next = cloud.next();
        for (int k = 0; k < next.length; k++) {
          numbers.put(k == 0 ? "output_embedding" : "output_embedding." + k, next[k]);
        }
      }
      String region = regions == 0 ? "" : "r" + i % regions;
      Map<String, String> segments = regions == 0 ? Map.of() : Map.of("region", region);
      Answer answer =
          new Answer(
              nowMs,
              "prod",
              "bot",
              model,
              tenant,
              "faq",
              "a" + nowMs,
              length,
              prompt,
              text,
              segments,
              numbers);
      List<Observation> seen = new ArrayList<>();
      seen.add(Observation.of(nowMs, answer, Observation.ANSWERED, length, false));
      if (random.nextDouble() < rated) {
        double value = random.nextDouble() < good.applyAsDouble(tenant + region) ? 1 : 0;
        seen.add(Observation.of(nowMs, answer, "relevance", value, true));
      }
      quality.fold(List.of(), seen, this);
      nowMs += 1_000;
    }
  }

  @Override
  public void rate(QualityRate rate) {
    rates.add(rate);
  }

  @Override
  public void shape(QualityShape shape) {
    shapes.add(shape);
  }

  @Override
  public void episode(Episode episode) {
    episodes.add(episode);
  }
}
