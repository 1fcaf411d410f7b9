// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All jobs over captures of telemetry and of what people say about the alarms. */
@Timeout(180)
class FeedbackITCase {
  private static final int TOLD = 2_100;
  private static final int TAKEN_BACK = 2_300;

  @TempDir private Path folder;
  private Path metrics = Path.of("");

  @BeforeEach
  void capture() throws IOException {
    metrics =
        Files.write(
            folder.resolve("metrics.jsonl"),
            IntStream.range(0, CartQueues.LENGTH)
                .mapToObj(step -> CartQueues.request("pod-1", 12, step))
                .toList());
  }

  private Path run(String name, Backend backend, int parallelism, List<String> said)
      throws Exception {
    List<Path> files = new ArrayList<>(List.of(metrics));
    if (!said.isEmpty()) {
      files.add(Files.write(folder.resolve(name + ".jsonl"), said));
    }
    Path out = folder.resolve(name);
    EmbeddedReplay.of(files, out, parallelism, backend, JobOptions.of()).run();
    return out;
  }

  private static List<String> lines(List<Feedback> said) {
    return said.stream()
        .map(one -> new String(RecordJson.write(one), StandardCharsets.UTF_8))
        .toList();
  }

  private static <T> List<T> records(Path out, Topic<T> topic) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(topic.name() + ".jsonl"))) {
      records.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
    }
    return records;
  }

  private static List<Episode> of(List<Episode> episodes, String subject) {
    return episodes.stream().filter(one -> one.subject().equals(subject)).toList();
  }

  private static long openings(List<Episode> episodes) {
    return episodes.stream().filter(one -> one.revision() == 1).count();
  }

  private static List<Episode> since(List<Episode> episodes, int step) {
    Instant from = Instant.ofEpochMilli(CartQueues.atMs(step));
    return episodes.stream().filter(one -> !one.updatedAt().isBefore(from)).toList();
  }

  @Test
  void anEpisodeThatWasCalledNormalIsNotRaisedAgainUntilThatIsTakenBack() throws Exception {
    List<Episode> plain = records(run("plain", Backend.HASHMAP, 2, List.of()), Topics.EPISODES);
    String series = seriesOf(plain);
    assertEquals(3, openings(of(plain, series)));

    List<Feedback> said =
        new ArrayList<>(CartQueues.normalBetween("one-", TOLD, TAKEN_BACK, series));
    said.addAll(CartQueues.normalBetween("all-", TOLD, TAKEN_BACK, null));
    Path out = run("told", Backend.HASHMAP, 2, lines(said));
    List<Episode> told = records(out, Topics.EPISODES);

    assertEquals(2, openings(of(told, series)));
    assertEquals(
        since(of(plain, series), TAKEN_BACK),
        since(of(told, series), TAKEN_BACK),
        "from then on it is as if nothing had been said");
    assertEquals(openings(plain) - 1, openings(told), "nobody spoke of the others");
    Episode service =
        since(told, TOLD).stream()
            .filter(one -> one.kind() == EpisodeKind.SERVICE)
            .findFirst()
            .orElseThrow();
    assertTrue(
        service.reason().endsWith("; alarm budget 1/512 by feedback all-0, all-1, all-2"),
        service::reason);
    assertEquals(List.of(), records(out, Topics.DEAD_LETTERS));
  }

  private static String seriesOf(List<Episode> episodes) {
    return episodes.stream()
        .filter(one -> one.kind() == EpisodeKind.METRIC)
        .map(Episode::subject)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void neitherTheOrderOfStatementsNorParallelismNorTheBackendMatters() throws Exception {
    List<Feedback> said =
        new ArrayList<>(CartQueues.normalBetween("one-", TOLD, TAKEN_BACK, "queue.3@pod-1"));
    said.addAll(CartQueues.normalBetween("all-", TOLD, TAKEN_BACK, null));
    Path forwards = run("forwards", Backend.HASHMAP, 1, lines(said));
    Collections.reverse(said);
    Path backwards = run("backwards", Backend.ROCKSDB, 3, lines(said));

    for (Topic<?> topic : List.of(Topics.EPISODES, Topics.INCIDENTS, Topics.DEAD_LETTERS)) {
      String name = topic.name() + ".jsonl";
      assertEquals(
          Files.readString(forwards.resolve(name)), Files.readString(backwards.resolve(name)));
    }
  }

  @Test
  void whatCannotBeTakenForAStatementIsNamed() throws Exception {
    List<String> said =
        List.of(
            "{\"effective_at\":\"2023-11-15T00:00:00Z\",\"id\":\"a\",\"service\":\"cart\","
                + "\"kind\":\"dunno\"}",
            "{\"effective_at\":\"2023-11-15T00:00:00Z\",\"id\":\"b\",\"kind\":\"normal\"}",
            "{\"effective_at\":\"2023-11-15T00:00:00Z\",\"id\":\"c\",\"service\":\"cart\"}",
            "{\"effective_at\":\"2023-11-15T00:00:00Z\",\"id\":\"d\",\"service\":\"cart\","
                + "\"kind\":\"withdrawn\"}",
            "{\"effective_at\":\"tomorrow\",\"id\":\"e\",\"service\":\"cart\","
                + "\"kind\":\"normal\"}");
    List<DeadLetter> letters =
        records(run("refused", Backend.HASHMAP, 1, said), Topics.DEAD_LETTERS);

    assertEquals(said.size(), letters.size(), letters::toString);
    String details = letters.stream().map(DeadLetter::detail).reduce("", (a, b) -> a + "\n" + b);
    for (String part :
        List.of(
            "dunno",
            "feedback b: no id or no service",
            "feedback without a kind",
            "feedback d: withdraws nothing",
            "not an ISO-8601 UTC time")) {
      assertTrue(details.contains(part), details);
    }
  }
}
