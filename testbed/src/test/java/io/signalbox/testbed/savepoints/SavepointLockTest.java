// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.savepoints.Savepoint;
import io.signalbox.jobs.savepoints.SeriesBaseline;
import io.signalbox.jobs.signals.CaptureReplay;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every savepoint that a release has left in the tree restores with what it knew. {@code
 * -Dsavepoint.write=NAME} adds one of the state as it is now; those that are there are never
 * written anew.
 */
@Timeout(180)
class SavepointLockTest {
  /** Values from which on a series has a band. */
  private static final int WARM_UP = 30;

  private static final Path FOLDER =
      Path.of(System.getProperty("signalbox.root", ".."), "testbed/src/test/resources/savepoints");

  @TempDir private Path out;

  @BeforeAll
  static void writeIfAsked() throws Exception {
    String name = System.getProperty("savepoint.write");
    if (name != null) {
      ReleaseSavepoint.write(FOLDER.resolve(name));
    }
  }

  static List<Path> releases() throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      return found.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everySeriesOfAReleaseIsStillKnown(Path release) throws Exception {
    Savepoint savepoint = new Savepoint(release.resolve("savepoint"));

    List<String> known = ReleaseSavepoint.known(savepoint);

    assertEquals(Files.readAllLines(release.resolve("series.txt")), known);
    for (SeriesBaseline one : savepoint.series(ReleaseSavepoint.BROKEN)) {
      boolean grown = one.values() >= WARM_UP;
      assertTrue(
          !grown || (one.lower() <= one.expected() && one.expected() <= one.upper()),
          one::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void whatWasOpenAtAReleaseGoesOn(Path release) throws Exception {
    EmbeddedRun run = goOn(release, Backend.ROCKSDB);

    List<Episode> episodes = run.records(Topics.EPISODES);
    assertTrue(goesOn(episodes, Episode::id, Episode::revision), episodes::toString);
    List<Incident> incidents = run.records(Topics.INCIDENTS);
    assertTrue(goesOn(incidents, Incident::id, Incident::revision), incidents::toString);
    assertFalse(run.lines(Topics.EDGES).isEmpty());
  }

  /** True when the first revision seen of something is not the first there was. */
  private static <T> boolean goesOn(
      List<T> records, Function<T, String> id, ToIntFunction<T> revision) {
    return records.stream()
        .collect(Collectors.toMap(id, revision::applyAsInt, Math::min))
        .values()
        .stream()
        .anyMatch(first -> first > 1);
  }

  private EmbeddedRun goOn(Path release, Backend backend) throws Exception {
    return EmbeddedRun.of(live(release), release.resolve("savepoint"), backend, out);
  }

  private static CaptureReplay live(Path release) throws IOException {
    return new CaptureReplay(
        CaptureFile.find(release.resolve("live")).stream().map(Path::toFile).toList(),
        JobOptions.of().time().disorder().toMillis(),
        true,
        JobOptions.of().sought());
  }
}
