// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Predictions of classical models as answers. */
class PredictionTest {
  private static final long START_MS = 1_700_000_400_000L;
  private static final long HOUR = 3_600_000;

  private final AnswerDay told = new AnswerDay(0);
  private final ServiceQuality quality =
      new ServiceQuality(
          "prod",
          "shop",
          new QualitySettings(
              600_000,
              24 * HOUR,
              HOUR,
              512,
              3,
              10_000,
              .05,
              ShapeReference.FROZEN,
              DriftSettings.DEFAULT));

  private static Prediction prediction(
      int i, String version, boolean good, Map<String, Double> features, String country) {
    return new Prediction(
        "p" + i,
        "prod",
        "shop",
        "fraud",
        version,
        "acme",
        "",
        Map.of("region", "eu"),
        Map.of("honest", good ? .8 : .2),
        features,
        country.isEmpty() ? Map.of() : Map.of("country", country),
        good ? AnswerVerdict.GOOD : AnswerVerdict.BAD,
        Instant.ofEpochMilli(START_MS + 1_000L * i));
  }

  private static AnswerItem label(int i, long atMs, boolean good) {
    AnswerVerdict verdict = good ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
    return AnswerReading.of(
        atMs,
        new AnswerLabel("p" + i, Observation.OUTCOME, verdict, Instant.ofEpochMilli(atMs), ""));
  }

  private void say(AnswerItem... items) {
    AnswerJoin join = new AnswerJoin();
    for (AnswerItem item : items) {
      quality.advance(item.foundMs(), told);
      List<Observation> seen = new ArrayList<>();
      join.fold(List.of(item), HOUR, seen::add);
      quality.fold(List.of(), seen, told);
    }
  }

  private static AnswerItem item(Prediction made) {
    return PredictionReading.of(made.atMs(), made, new AnswerDetails(Set.of(), List.of("region")));
  }

  private SegmentWatch watch(String metric, String cut) {
    return quality.watches.getOrDefault(
        new Segment(metric, cut, "fraud 7"),
        new SegmentWatch(WatchKind.COUNT, DriftSettings.DEFAULT));
  }

  @Test
  void labelsOfTheCaseSayWhetherThePredictionWasRight() {
    boolean[][] predictedAndTrue = {{true, true}, {true, false}, {false, false}, {false, true}};
    for (int i = 0; i < 40; i++) {
      boolean[] one = predictedAndTrue[i % 10 < 7 ? 0 : i % 10 - 6];
      AnswerItem made = item(prediction(i, "7", one[0], Map.of(), ""));
      say(made, label(i, made.foundMs() + 10, one[1]));
    }
    assertEquals(new Confusion(28, 4, 4, 4), watch("outcome", "").agreement);
    assertEquals(new Tally(40, 32), watch("correct", "").good(0, Long.MAX_VALUE));
    assertEquals(new Tally(40, 32), watch("correct", "region=eu").good(0, Long.MAX_VALUE));
    assertEquals(new Tally(40, 32), watch("outcome", "").good(0, Long.MAX_VALUE));
  }

  @Test
  void aLabelThatIsMendedTakesBackWhatTheEarlierOneSaid() {
    AnswerItem made = item(prediction(1, "7", true, Map.of(), ""));
    say(made, label(1, made.foundMs() + 10, false), label(1, made.foundMs() + 20, true));
    assertEquals(new Tally(1, 1), watch("correct", "").good(0, Long.MAX_VALUE));
    assertEquals(new Confusion(1, 0, 0, 0), watch("outcome", "").agreement);
  }

  @Property(tries = 50)
  void labelsAndPredictionsMayComeInAnyOrder(@ForAll long seed) {
    List<AnswerItem> items = new ArrayList<>();
    AnswerItem made = item(prediction(1, "7", true, Map.of("a", 1.), "DE"));
    items.addAll(List.of(made, made));
    items.addAll(
        List.of(label(1, made.foundMs() + 10, true), label(1, made.foundMs() + 20, false)));
    Collections.shuffle(items, new Random(seed));
    PredictionTest fresh = new PredictionTest();
    fresh.say(items.toArray(AnswerItem[]::new));
    assertEquals(new Confusion(0, 1, 0, 0), fresh.watch("outcome", "").agreement);
    assertEquals(new Tally(1, 0), fresh.watch("correct", "").good(0, Long.MAX_VALUE));
    assertEquals(1, Objects.requireNonNull(fresh.watch("feature.a", "").shape).first.length);
  }

  @Test
  void otherTextsAndOtherNumbersAreNoticedAndTheRestIsNot() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_400; i++) {
      boolean late = i >= 2_000;
      Map<String, Double> features = new TreeMap<>();
      features.put("age", random.nextDouble());
      features.put("amount", random.nextDouble() * (late ? 3 : 1));
      String country = random.nextInt(3) == 0 ? "DE" : late ? "NO" : "FR";
      say(item(prediction(i, "7", random.nextInt(5) > 0, features, country)));
    }
    assertEquals(
        Set.of("feature.amount of fraud 7", "category.country of fraud 7"),
        Set.copyOf(told.episodes.stream().map(one -> one.subject()).toList()));
    String reasons = told.episodes.stream().map(one -> one.reason()).toList().toString();
    assertTrue(reasons.contains("as the hash of the text"), reasons);
  }

  @Test
  void aVersionIsComparedWithTheOneBeforeOfTheSameModel() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_200; i++) {
      boolean other = i >= 1_000;
      boolean good = random.nextDouble() < (other ? .4 : .8);
      say(item(prediction(i, other ? "8" : "7", good, Map.of(), "")));
    }
    String reason = told.episodes.get(0).reason();
    assertTrue(reason.contains("(fraud 7)"), reason);
    assertEquals(
        "outcome of fraud 8", told.episodes.get(0).subject().replace("score.honest", "outcome"));
  }

  @Test
  void anotherModelOfTheServiceIsNoVersionOfIt() {
    TreeMap<Segment, SegmentWatch> watches = new TreeMap<>();
    for (String model : List.of("credit 3", "fraud 7")) {
      SegmentWatch watch = new SegmentWatch(WatchKind.RATE, DriftSettings.DEFAULT);
      Answer answer = Objects.requireNonNull(item(prediction(1, "7", true, Map.of(), "")).answer());
      for (int i = 0; i < (model.equals("fraud 7") ? 40 : 90); i++) {
        watch.observe(Observation.of(i, answer, "correct", 1, true), 600_000);
      }
      watches.put(new Segment("correct", "", model), watch);
    }
    Predecessor predecessor = new Predecessor(watches);
    Segment next = new Segment("correct", "", "fraud 8");
    assertEquals(next.of("fraud 7"), predecessor.of(next));
    assertEquals(next.of("credit 3"), predecessor.of(next.of("gpt-5")));
  }

  @Test
  void moreFeaturesThanThereIsRoomForAreCountedAndOthersStillWatched() {
    Map<String, Double> features = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      features.put("f" + i, 1.);
    }
    say(item(prediction(1, "7", true, features, "DE")));
    Set<String> watched = new TreeSet<>();
    quality.watches.keySet().forEach(segment -> watched.add(segment.metric()));
    assertEquals(
        Set.of(
            "answers", "outcome", "score.honest", "category.country", "feature.f0", "feature.f1"),
        watched);
    assertEquals(3, quality.unwatched);
  }

  @Test
  void textsLieApart() {
    assertNotEquals(PredictionReading.place("Aa"), PredictionReading.place("BB"));
    assertEquals(PredictionReading.place("DE"), PredictionReading.place("DE"));
    for (String text : List.of("", "DE", "a longer text")) {
      assertTrue(PredictionReading.place(text) >= 0 && PredictionReading.place(text) < 1, text);
    }
  }
}
