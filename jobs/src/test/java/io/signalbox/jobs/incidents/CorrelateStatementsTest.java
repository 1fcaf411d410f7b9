// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.jobs.options.JobOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say of incidents has one effect, in whatever order it comes, and over restarts. */
class CorrelateStatementsTest {
  private static final int GROUPS = 16;
  private static final long DISORDER = 10_000;
  private static final JobOptions OPTIONS = JobOptions.of();

  private interface Backend {
    StateBackend make();
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Finding, Incident> {
    private Harness(Backend backend, int parallelism, int index) throws Exception {
      super(
          new CorrelateEpisodes(OPTIONS.correlation(), OPTIONS.incidents()),
          Finding::environment,
          Types.STRING,
          GROUPS,
          parallelism,
          index);
      setStateBackend(backend.make());
    }
  }

  /** Found and measured. */
  private record Told(
      List<Incident> incidents, List<IncidentMeasure> measures, List<Answer> answers) {
    List<Incident> of(String environment) {
      return incidents.stream().filter(one -> one.environment().equals(environment)).toList();
    }
  }

  private static List<Finding> statements(Told plain) {
    List<Finding> said = new ArrayList<>();
    said.add(SmallTown.window("north", IncidentWindowKind.MAINTENANCE, SmallTown.at(10), 590, 800));
    said.add(SmallTown.window("south", IncidentWindowKind.SILENCE, SmallTown.at(20), 650, 2_000));
    said.add(SmallTown.verdict("east", plain.of("east").get(0).id(), 900));
    return said;
  }

  /** Telemetry as late as is admissible, statements whenever before they hold. */
  private static List<Finding> story(long seed, List<Finding> said) {
    Random random = new Random(seed);
    List<Finding> all = new ArrayList<>(SmallTown.telemetry());
    all.addAll(said);
    Map<Finding, Long> arrival = new HashMap<>();
    for (Finding one : all) {
      int off = seed == 0 ? 0 : random.nextInt((int) DISORDER - 1_000);
      arrival.put(one, one.foundMs() + (one.isStatement() ? -10L * off : off));
    }
    all.sort(Comparator.comparing(arrival::get));
    return all;
  }

  private static void send(Harness harness, List<Finding> part, int parallelism, int index)
      throws Exception {
    long watermark = Long.MIN_VALUE;
    for (Finding one : part) {
      if (KeyGroupRangeAssignment.assignKeyToParallelOperator(
              one.environment(), GROUPS, parallelism)
          == index) {
        harness.processElement(one, one.foundMs());
      }
      if (!one.isStatement()) {
        watermark = Math.max(watermark, one.foundMs() - DISORDER - 1);
        harness.processWatermark(watermark);
      }
    }
  }

  /** The story, with a checkpoint and another parallelism after each part. */
  private static Told told(Backend backend, List<Finding> story, int... parallelisms)
      throws Exception {
    Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    OperatorSubtaskState state = null;
    int before = 1;
    for (int step = 0; step < parallelisms.length; step++) {
      int now = parallelisms[step];
      List<Finding> part =
          story.subList(
              story.size() * step / parallelisms.length,
              story.size() * (step + 1) / parallelisms.length);
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < now; index++) {
        try (Harness harness = new Harness(backend, now, index)) {
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, GROUPS, before, now, index));
          }
          harness.open();
          send(harness, part, now, index);
          if (step == parallelisms.length - 1) {
            harness.processWatermark(SmallTown.ms(SmallTown.SECONDS));
          }
          harness.prepareSnapshotPreBarrier(step);
          parts.add(harness.snapshot(step, step));
          take(harness, told);
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = now;
    }
    told.incidents().sort(Comparator.comparing(Incident::id).thenComparing(Incident::revision));
    told.measures().sort(Comparator.comparing(IncidentMeasure::toString));
    told.answers().sort(Comparator.comparing(Answer::id));
    return told;
  }

  private static void take(Harness harness, Told told) {
    harness.extractOutputStreamRecords().forEach(found -> told.incidents().add(found.getValue()));
    var measures = harness.getSideOutput(CorrelateEpisodes.MEASURES);
    if (measures != null) {
      measures.forEach(row -> told.measures().add(row.getValue()));
    }
    var answers = harness.getSideOutput(CorrelateEpisodes.ANSWERS);
    if (answers != null) {
      answers.forEach(row -> told.answers().add(row.getValue()));
    }
  }

  private static List<String> steps(List<Incident> incidents) {
    return incidents.stream()
        .sorted(Comparator.comparing(Incident::updatedAt))
        .map(one -> one.status() + " " + one.silencedBy())
        .toList();
  }

  private static Told plain() throws Exception {
    return told(HashMapStateBackend::new, story(0, List.of()), 1);
  }

  @Test
  void eachEnvironmentHearsWhatIsSaidOfIt() throws Exception {
    Told plain = plain();
    Told told = told(HashMapStateBackend::new, story(0, statements(plain)), 1);
    List<String> usual = List.of("OPEN null", "RESOLVED null", "OPEN null", "RESOLVED null");
    assertEquals(usual, steps(told.of("west")));
    assertEquals(List.of("OPEN null", "RESOLVED null"), steps(told.of("north")));
    assertEquals(
        List.of(
            "OPEN null", "UPDATED w-south", "RESOLVED w-south", "OPEN w-south", "RESOLVED w-south"),
        steps(told.of("south")));
    assertEquals(usual, steps(told.of("east")));
    assertTrue(told.of("east").toString().contains("by feedback"));
    assertEquals(
        List.of("east 1/1 of 2", "north 0/0 of 1", "south 0/0 of 2", "west 0/0 of 2"),
        told.measures().stream()
            .filter(row -> !row.environment().isEmpty() && isLast(row, told.measures()))
            .map(
                row ->
                    row.environment()
                        + ' '
                        + row.actionable()
                        + '/'
                        + row.judged()
                        + " of "
                        + row.incidents())
            .toList());
  }

  private static boolean isLast(IncidentMeasure row, List<IncidentMeasure> all) {
    return all.stream()
        .noneMatch(
            one -> one.environment().equals(row.environment()) && one.revision() > row.revision());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noAdmissibleOrderNorRescalingChangesTheEffect(long seed) throws Exception {
    List<Finding> said = statements(plain());
    Told straight = told(HashMapStateBackend::new, story(0, said), 1);
    List<Finding> story = story(seed, said);
    assertEquals(straight, told(HashMapStateBackend::new, story, 1, 3, 2));
    assertEquals(straight, told(EmbeddedRocksDBStateBackend::new, story, 1, 1, 3, 2, 1));
  }

  private static List<Finding> questions(Told plain) {
    List<Finding> asked = new ArrayList<>();
    for (String environment : SmallTown.ENVIRONMENTS) {
      String id = plain.of(environment).get(0).id();
      for (int second : new int[] {300, 641, 650, 1_033}) {
        String name = environment + "-" + second;
        asked.add(
            Finding.of(new Inquiry(name, environment, SmallTown.at(second), null, id, "shop")));
      }
    }
    return asked;
  }

  @Test
  void questionsAreAnsweredTheSameInAnyOrderAndChangeNothing() throws Exception {
    Told plain = plain();
    List<Finding> asked = questions(plain);
    Told straight = told(HashMapStateBackend::new, story(0, asked), 1);
    assertEquals(plain.incidents(), straight.incidents());
    assertEquals(plain.measures(), straight.measures());
    assertEquals(asked.size(), straight.answers().size());
    Answer meanwhile =
        straight.answers().stream()
            .filter(one -> one.id().equals("west-641"))
            .findFirst()
            .orElseThrow();
    assertEquals("bank", meanwhile.suspects().get(0).node());
    assertEquals(List.of(plain.of("west").get(0).id()), meanwhile.incidents());
    assertTrue(meanwhile.whyNot().get(0).startsWith("shop is "), meanwhile::toString);
    for (long seed : new long[] {1, 2}) {
      List<Finding> story = story(seed, asked);
      assertEquals(straight, told(HashMapStateBackend::new, story, 1, 3, 2));
      assertEquals(straight, told(EmbeddedRocksDBStateBackend::new, story, 1, 2));
    }
  }

  @Test
  void aQuestionThatComesLateIsAnsweredByWhatIsKnownThen() throws Exception {
    List<Finding> story = new ArrayList<>(story(0, List.of()));
    story.add(
        story.size() - 1,
        Finding.of(new Inquiry("late", "west", SmallTown.at(300), null, null, null)));
    Answer answer = told(HashMapStateBackend::new, story, 1).answers().get(0);
    assertTrue(answer.at().isAfter(SmallTown.at(300)), answer::toString);
  }

  @Test
  void whatStatesNoTimeOrOneThatIsPastHoldsFromWhenItComes() throws Exception {
    for (var holds : new java.time.Instant[] {null, SmallTown.at(5)}) {
      List<Finding> story = new ArrayList<>(story(0, List.of()));
      int middle = story.size() / 2;
      story.add(
          middle, SmallTown.window("west", IncidentWindowKind.MAINTENANCE, holds, 900, 1_300));
      Told told = told(HashMapStateBackend::new, story, 1, 2);
      assertEquals(List.of("OPEN null", "RESOLVED null"), steps(told.of("west")));
      assertEquals(4, told.of("north").size());
    }
  }
}
