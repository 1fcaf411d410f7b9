// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.GenAiEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswerJoinTest {
  private static final long HOUR = 3_600_000;
  private static final Answer ANSWER =
      new Answer(
          1_000, "prod", "bot", "gpt-4o", "acme", "faq", "r1", 120, null, null, Map.of(), Map.of());

  private static AnswerItem answer() {
    return new AnswerItem("response/r1", 1_000, ANSWER, true, null);
  }

  private static AnswerItem mark(long atMs, String metric, double value, boolean truth) {
    Mark mark = new Mark(atMs, metric, value, true, truth, "");
    return new AnswerItem("response/r1", atMs, null, false, mark);
  }

  private static List<Observation> told(List<AnswerItem> items) {
    AnswerJoin join = new AnswerJoin();
    List<Observation> told = new ArrayList<>();
    items.forEach(item -> join.fold(List.of(item), HOUR, told::add));
    return told;
  }

  private static List<String> texts(List<Observation> told) {
    return told.stream()
        .map(seen -> seen.metric() + " " + seen.value() + " for " + seen.replaced())
        .toList();
  }

  @Test
  void whatIsSaidOfAnAnswerHasItsModelAndTenantInEitherOrder() {
    AnswerItem mark = mark(3_000, "relevance", 1, false);
    for (List<AnswerItem> items : List.of(List.of(answer(), mark), List.of(mark, answer()))) {
      List<Observation> told = told(items);
      assertEquals(List.of("answers 120.0 for NaN", "relevance 1.0 for NaN"), texts(told));
      assertEquals(ANSWER, told.get(1).answer());
    }
  }

  @Test
  void aLabelReplacesWhatTheJudgeThoughtAndALaterLabelIt() {
    List<Observation> told =
        told(
            List.of(
                answer(),
                mark(3_000, "relevance", 1, false),
                mark(3_000, "relevance", 1, false),
                mark(9_000, "relevance", 0, true),
                mark(9_000, "relevance", 0, true),
                mark(9_500, "relevance", 0, false),
                mark(8_000, "relevance", 1, true),
                mark(10_000, "relevance", 1, true)));
    assertEquals(
        List.of(
            "answers 120.0 for NaN",
            "relevance 1.0 for NaN",
            "relevance 0.0 for 1.0",
            "relevance 1.0 for 0.0"),
        texts(told));
  }

  /** Whatever the order and however often things come: what holds in the end is the same. */
  @Property
  void theOrderOfComingMakesNoDifferenceInTheEnd(@ForAll long seed) {
    Random random = new Random(seed);
    List<AnswerItem> items = new ArrayList<>(List.of(answer(), answer()));
    Map<String, Double> last = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      double value = random.nextInt(2);
      boolean truth = random.nextBoolean();
      String metric = random.nextBoolean() ? "relevance" : "safety";
      AnswerItem mark = mark(2_000 + i, metric, value, truth);
      items.addAll(Collections.nCopies(1 + random.nextInt(2), mark));
      if (truth || !last.containsKey(metric + "!")) {
        last.put(metric, value);
      }
      if (truth) {
        last.put(metric + "!", value);
      }
    }
    last.keySet().removeIf(key -> key.endsWith("!"));
    Collections.shuffle(items, random);
    Map<String, Double> sums = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Observation seen : told(items)) {
      double before = seen.isFirst() ? 0 : seen.replaced();
      sums.merge(seen.metric(), seen.value() - before, Double::sum);
      counts.merge(seen.metric(), seen.isFirst() ? 1 : 0, Integer::sum);
    }
    assertEquals(120.0, sums.remove(Observation.ANSWERED));
    assertEquals(last, sums);
    assertTrue(counts.values().stream().allMatch(count -> count == 1), counts::toString);
  }

  @Test
  void afterTheHorizonNothingIsWaitedForAndWhatHadNoAnswerIsCounted() {
    AnswerJoin join = new AnswerJoin();
    join.fold(List.of(mark(1_000, "relevance", 1, true)), HOUR, seen -> {});
    assertEquals(0, join.advance(1_000 + HOUR - 1));
    assertEquals(1, join.advance(1_000 + HOUR));
    assertTrue(join.isEmpty());
  }

  @Test
  void telemetryIsReadByTheConventions() {
    GenAiEvent span =
        event(
            "span",
            Map.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.request.model", "gpt-4o",
                "gen_ai.response.model", "gpt-4o-2024-08-06",
                "gen_ai.response.id", "r1",
                "gen_ai.usage.output_tokens", "12",
                "tenant", "acme"));
    List<AnswerItem> items = AnswerReading.of(5, span);
    assertEquals(
        List.of("response/r1", "span/prod/t/s"), items.stream().map(AnswerItem::key).toList());
    assertEquals(List.of(true, false), items.stream().map(AnswerItem::counted).toList());
    assertEquals("gpt-4o-2024-08-06", Objects.requireNonNull(items.get(0).answer()).model());

    GenAiEvent evaluation =
        event(
            "evaluation",
            Map.of(
                "gen_ai.evaluation.name", "hallucination",
                "gen_ai.evaluation.score.label", "Yes",
                "gen_ai.evaluation.score.value", "0.9"));
    List<AnswerItem> marks = AnswerReading.of(5, evaluation);
    assertEquals(
        List.of("span/prod/t/s", "span/prod/t/s"), marks.stream().map(AnswerItem::key).toList());
    assertEquals(
        List.of("hallucination 0.0", "hallucination.score 0.9"),
        marks.stream()
            .map(item -> Objects.requireNonNull(item.mark()))
            .map(mark -> mark.metric() + " " + mark.value())
            .toList());
    assertEquals(List.of(), AnswerReading.of(5, event("span", Map.of())));
    assertEquals(
        List.of(),
        AnswerReading.of(5, event("evaluation", Map.of("gen_ai.evaluation.score.label", "pass"))));
  }

  @Test
  void numbersOfAnAnswerAreReadWhereTheyAreWantedAndStated() {
    GenAiEvent span =
        event("span", Map.of("gen_ai.response.model", "m", "gen_ai.usage.input_tokens", "7"));
    assertEquals(Map.of(), numbers(AnswerReading.of(5, span)));
    AnswerDetails all = new AnswerDetails(EnumSet.allOf(AnswerNumber.class), List.of());
    List<AnswerItem> items = AnswerReading.of(5, span, all);
    assertEquals(Map.of("latency", 9e-6, "input_tokens", 7.0), numbers(items));
    assertEquals(Polarity.NEITHER, Polarity.of("latency"), "a quicker model is another, too");
  }

  private static Map<String, Double> numbers(List<AnswerItem> items) {
    assertEquals(1, items.size());
    return Objects.requireNonNull(items.get(0).answer()).numbers();
  }

  @Test
  void segmentsAreReadOfTheirOwnAttributesElseOfThoseOfTheirName() {
    GenAiEvent span =
        event(
            "span",
            Map.of(
                "gen_ai.response.model", "m",
                "segment.region", "eu",
                "team", "search",
                "segment.tier", "gold"));
    AnswerDetails wanted = new AnswerDetails(Set.of(), List.of("region", "team", "absent"));
    Answer answer = Objects.requireNonNull(AnswerReading.of(5, span, wanted).get(0).answer());
    assertEquals(Map.of("region", "eu", "team", "search"), answer.segments());
    assertEquals(List.of("", "region=eu", "team=search"), Segment.cutsOf(answer));
  }

  @Test
  void numbersAreToldOnceWithTheAnswerAndNotRemembered() {
    Answer measured =
        new Answer(
            1_000,
            "prod",
            "bot",
            "m",
            "",
            "",
            "r1",
            9,
            null,
            null,
            Map.of(),
            Map.of("latency", 2.));
    AnswerItem item = new AnswerItem("response/r1", 1_000, measured, true, null);
    List<Observation> told = told(List.of(item, item, mark(3_000, "relevance", 1, false)));
    assertEquals(List.of("answers 9.0 for NaN", "relevance 1.0 for NaN"), texts(told));
    assertEquals(Map.of("latency", 2.), told.get(0).answer().numbers());
    assertEquals(Map.of(), told.get(1).answer().numbers());
  }

  private static GenAiEvent event(String kind, Map<String, String> said) {
    Instant at = Instant.ofEpochMilli(4);
    return new GenAiEvent(kind, at, "prod", "bot", "chat", "t", "s", 9, false, said);
  }
}
