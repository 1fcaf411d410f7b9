// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServiceQualityTest {
  @Test
  void answersThatStayGoodGiveRatesAndNoEpisode() {
    AnswerDay day = new AnswerDay(1);
    day.answers(3_600, "gpt-4o", tenant -> .95);
    assertEquals(List.of(), day.episodes);
    QualityRate first =
        day.rates.stream()
            .filter(row -> row.segment().isEmpty() && row.metric().equals("relevance"))
            .findFirst()
            .orElseThrow();
    assertEquals(600, first.answers());
    assertTrue(first.rated() > 250 && first.rated() < 350, first::toString);
    assertEquals((double) first.rated() / 600, first.coverage(), 1e-12);
    assertTrue(first.lower() < .95 && .95 < first.upper(), first::toString);
  }

  @Test
  void anotherModelThatAnswersWorseIsNamedWithinAMinute() {
    AnswerDay day = new AnswerDay(2);
    day.answers(1_800, "gpt-4o", tenant -> .95);
    long switchedMs = day.nowMs();
    day.answers(300, "gpt-4o-mini", tenant -> .5);
    Episode first = day.episodes.get(0);
    assertEquals("relevance of gpt-4o-mini", first.subject());
    assertTrue(first.updatedAt().toEpochMilli() - switchedMs < 60_000, first::toString);
    assertTrue(first.reason().contains("(gpt-4o)"), first::reason);
    assertTrue(first.reason().contains("for example a"), first::reason);
    assertTrue(first.value() < first.expected() && first.upper() < .9, first::toString);

    day.answers(900, "gpt-4o", tenant -> .95);
    Episode last = day.episodes.get(day.episodes.size() - 1);
    assertEquals(EpisodeStatus.CLOSED, last.status());
    assertEquals(
        day.episodes.stream().filter(one -> one.status() == EpisodeStatus.OPEN).count(),
        day.episodes.stream().filter(one -> one.status() == EpisodeStatus.CLOSED).count());
  }

  @Test
  void thePartThatAChangeComesFromIsNamed() {
    int named = 0;
    for (int seed = 0; seed < 40; seed++) {
      AnswerDay day = new AnswerDay(seed);
      day.answers(1_800, "gpt-4o", tenant -> .95);
      day.answers(600, "gpt-4o", tenant -> tenant.equals("t2") ? .3 : .95);
      boolean one =
          day.episodes.stream()
              .anyMatch(
                  episode ->
                      episode.reason().contains("for the most part of tenant=t2")
                          || episode.subject().equals("relevance of gpt-4o for tenant=t2"));
      boolean wrong =
          day.episodes.stream().anyMatch(episode -> episode.subject().matches(".*tenant=t[013]"));
      named += one && !wrong ? 1 : 0;
    }
    assertTrue(named >= 38, named + " of 40");
  }

  @Test
  void aSegmentOfAnotherAttributeIsWatchedAndNamedAsTenantsAre() {
    AnswerDay day = new AnswerDay(3);
    day.regions = 3;
    day.answers(2_400, "gpt-4o", part -> .95);
    assertEquals(List.of(), day.episodes);
    day.answers(900, "gpt-4o", part -> part.endsWith("r1") ? .3 : .95);
    String told = day.episodes.toString();
    assertTrue(told.contains("for region=r1"), told);
    assertTrue(!told.matches("(?s).*region=r[02].*"), told);
    Set<String> segments = new TreeSet<>();
    day.rates.forEach(rate -> segments.add(rate.segment()));
    assertTrue(segments.containsAll(Set.of("", "tenant=t0", "region=r0", "region=r2")));
  }

  @Test
  void aPromptThatMakesAnswersWorseIsTheKnownChange() {
    AnswerDay day = new AnswerDay(4);
    day.answers(1_800, "gpt-4o", tenant -> .9);
    day.change("prompt", "p12");
    day.answers(300, "gpt-4o", tenant -> .4);
    Episode first = day.episodes.get(0);
    assertTrue(first.reason().contains("(prompt p12)"), first::reason);
  }

  @Test
  void aChangeThatAnswersThemselvesHaveShownIsNotCompared() {
    AnswerDay day = new AnswerDay(4);
    day.answers(1_800, "gpt-4o", tenant -> .9);
    day.inferred("model", "gpt-4o-mini");
    day.answers(300, "gpt-4o", tenant -> .4);
    Episode first = day.episodes.get(0);
    assertTrue(!first.reason().contains("gpt-4o-mini"), first::reason);
  }

  @Test
  void betterAnswersAreNoEpisode() {
    AnswerDay day = new AnswerDay(5);
    day.answers(1_800, "gpt-4o", tenant -> .5);
    day.answers(1_800, "gpt-5", tenant -> .95);
    assertEquals(List.of(), day.episodes);
  }

  @Test
  void answersThatShrinkAreNoticedWithoutAnyLabel() {
    AnswerDay day = new AnswerDay(6);
    day.answers(900, "gpt-4o", tenant -> .95);
    day.tokens = 3;
    day.rated = 0;
    day.answers(30, "gpt-4o", tenant -> .95);
    assertEquals("output_tokens of gpt-4o", day.episodes.get(0).subject());
  }

  @Test
  void theSpreadOfNumbersIsToldAgainstTheFirstOnesOfTheVersion() {
    AnswerDay day = new AnswerDay(9);
    day.answers(1_800, "gpt-4o", tenant -> .95);
    List<QualityShape> usual = ofAll(day.shapes);
    assertEquals(2, usual.size());
    assertEquals(usual.get(0).reference(), usual.get(1).reference());
    assertEquals(600, usual.get(1).values());
    assertTrue(usual.get(1).distance().pValue() > 1e-4, usual.get(1)::toString);
    day.tokens = 150;
    day.answers(1_200, "gpt-4o", tenant -> .95);
    List<QualityShape> longer = ofAll(day.shapes);
    HistogramDistance last = longer.get(longer.size() - 1).distance();
    assertTrue(last.pValue() < 1e-9 && last.psi() > .25 && last.ks() > .3, last::toString);
    assertEquals(usual.get(0).reference(), longer.get(longer.size() - 1).reference());
  }

  private static List<QualityShape> ofAll(List<QualityShape> shapes) {
    return shapes.stream().filter(one -> one.segment().isEmpty()).toList();
  }

  @Test
  void theSameAnswersToTheSameQuestionsAreConsistent() {
    AnswerDay day = new AnswerDay(7);
    day.questions = 5;
    day.answers(1_200, "gpt-4o", tenant -> .95);
    QualityRate row =
        day.rates.stream()
            .filter(one -> one.metric().equals("self_consistency") && one.segment().isEmpty())
            .findFirst()
            .orElseThrow();
    assertTrue(row.lower() < .9 * .9 + .1 * .1 && row.upper() > .75, row::toString);
  }

  @Test
  void moreSegmentsThanThereIsRoomForAreCounted() {
    ServiceQuality quality =
        new ServiceQuality(
            "prod",
            "bot",
            new QualitySettings(
                600_000,
                86_400_000,
                3_600_000,
                2,
                64,
                10,
                .05,
                ShapeReference.FROZEN,
                DriftSettings.DEFAULT));
    Answer answer =
        new Answer(0, "prod", "bot", "m", "t", "f", "a", 5, null, null, Map.of(), Map.of());
    quality.fold(
        List.of(),
        List.of(Observation.of(0, answer, Observation.ANSWERED, 5, false)),
        new AnswerDay(0));
    assertEquals(2, quality.watches.size());
    assertEquals(4, quality.unwatched);
  }

  @Test
  void aChangeOfAnotherKindIsNoReasonToCompare() {
    AnswerDay day = new AnswerDay(8);
    day.answers(600, "gpt-4o", tenant -> .9);
    Change scaled = new Change("c", Instant.EPOCH, "prod", "bot", "scaled", "3", "2", "x", false);
    day.quality.fold(List.of(scaled), List.of(), day);
    assertTrue(day.quality.watches.values().stream().allMatch(watch -> watch.change == null));
  }
}
