// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.savepoints.Bootstrap;
import io.signalbox.jobs.savepoints.Savepoint;
import io.signalbox.jobs.savepoints.SeriesBaseline;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.faults.FaultOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A world that breaks soon after its history has ended, seen with and without that history. */
@Timeout(180)
class BootstrapITCase {
  /** Values from which on a series has a band. */
  private static final int WARM_UP = 30;

  private static final JobOptions OPTIONS = JobOptions.of();
  private static final long DISORDER_MS = OPTIONS.time().disorder().toMillis();
  private static final Instant CUT = SimulationOptions.START.plus(Duration.ofMinutes(9));
  private static final SimulationOptions WORLD =
      new SimulationOptions(
          10,
          5,
          Duration.ofMinutes(11),
          SimulationOptions.START,
          3,
          List.of(FaultOrder.parse("bad-deploy:payment@9m20s+80s")));

  private static List<Request> all = List.of();
  private static List<Request> past = List.of();
  private static List<Request> live = List.of();
  @TempDir private static Path folder;
  private static Path history;

  @BeforeAll
  static void bootstrap() throws Exception {
    all = Request.of(WORLD);
    past = all.stream().filter(request -> request.atMs() < CUT.toEpochMilli()).toList();
    live = all.stream().filter(request -> request.atMs() >= CUT.toEpochMilli()).toList();
    history = save(past, null, 1, "history");
  }

  /** Verdicts and answers are of what people write, and captures tell of no decisions. */
  private static final Set<Topic<?>> OF_NO_CAPTURE =
      Set.of(
          Topics.PATTERN_VERDICTS,
          Topics.SYMPTOM_VERDICTS,
          IncidentTopics.INCIDENT_ANSWERS,
          QualityTopics.DECISION_IMPACT);

  @Test
  void aJobThatStartsFromHistoryLearnsWhatAnUninterruptedOneLearns() throws Exception {
    SortedMap<String, String> uninterrupted = blocks(save(all, null, 2, "uninterrupted"));
    SortedMap<String, String> resumed = blocks(save(live, history, 3, "resumed"));

    assertFalse(uninterrupted.isEmpty());
    assertEquals(uninterrupted, resumed);
  }

  @Test
  void aJobThatStartsFromHistoryFindsWhatAnUninterruptedOneFinds() throws Exception {
    EmbeddedRun uninterrupted = run(all, null, "whole");
    EmbeddedRun resumed = run(live, history, "rest");
    EmbeddedRun blind = run(live, null, "blind");

    Set<String> written = Set.copyOf(Job.ALL.writes(JobOptions.of()));
    for (Topic<?> topic : Topics.ALL) {
      if (written.contains(topic.name()) && !OF_NO_CAPTURE.contains(topic)) {
        assertFindsAllSince(topic, uninterrupted, resumed);
      }
    }
    List<Episode> found = resumed.records(Topics.EPISODES);
    assertTrue(
        found.stream().anyMatch(e -> e.service().equals("payment") && e.revision() == 1),
        found::toString);
    assertFalse(blind.lines(Topics.EPISODES).containsAll(resumed.lines(Topics.EPISODES)));
  }

  @Test
  void theBaselinesOfAServiceCanBeRead() throws Exception {
    List<SeriesBaseline> series = new Savepoint(history).series("payment");

    SeriesBaseline first = series.get(0);
    assertEquals("payment", first.service());
    assertTrue(first.values() > 0 && first.lastAt().isBefore(CUT), first::toString);
    SeriesBaseline grown =
        series.stream().filter(one -> one.values() >= WARM_UP).findFirst().orElseThrow();
    assertTrue(grown.lower() <= grown.expected() && grown.expected() <= grown.upper());
  }

  @Test
  void aServiceThatIsNotThereIsNamedWithThoseLikeIt() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Savepoint(history).series("paymnet"));

    assertTrue(refused.toString().contains("did you mean payment"), refused::toString);
  }

  @Test
  void aFolderWithoutASavepointIsRefused() {
    IOException refused =
        assertThrows(IOException.class, () -> new Savepoint(folder).series("payment"));

    assertTrue(refused.toString().contains("is no savepoint"), refused::toString);
  }

  @Test
  void anExistingFolderIsNotWrittenOver() {
    assertThrows(IOException.class, () -> save(past, null, 1, "history"));
  }

  /** Nothing else, and nothing less than what the watermark of history had not passed. */
  private static <T> void assertFindsAllSince(
      Topic<T> topic, EmbeddedRun uninterrupted, EmbeddedRun resumed) throws IOException {
    List<String> missing = new ArrayList<>(uninterrupted.lines(topic));
    List<String> surplus = new ArrayList<>();
    for (String line : resumed.lines(topic)) {
      if (!missing.remove(line)) {
        surplus.add(line);
      }
    }
    assertEquals(List.of(), surplus, topic.name());
    long passedMs = CUT.toEpochMilli() - DISORDER_MS;
    for (String line : missing) {
      T item = RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type());
      assertTrue(topic.time().of(item) < passedMs, line);
    }
  }

  private static Path save(
      List<Request> requests, @Nullable Path from, int parallelism, String name) throws Exception {
    Path savepoint = folder.resolve(name);
    List<RequestSequence> input = List.of(new RequestSequence(requests, DISORDER_MS));
    new Bootstrap(Job.ALL, input, from, parallelism, Backend.HASHMAP, OPTIONS).run(savepoint);
    return savepoint;
  }

  private static EmbeddedRun run(List<Request> requests, @Nullable Path from, String name)
      throws Exception {
    return EmbeddedRun.of(
        new RequestSequence(requests, DISORDER_MS), from, Backend.ROCKSDB, folder.resolve(name));
  }

  private static SortedMap<String, String> blocks(Path savepoint) throws Exception {
    SortedMap<String, String> blocks = new TreeMap<>();
    new Savepoint(savepoint)
        .blocks()
        .forEach((key, block) -> blocks.put(key, HexFormat.of().formatHex(block)));
    return blocks;
  }
}
