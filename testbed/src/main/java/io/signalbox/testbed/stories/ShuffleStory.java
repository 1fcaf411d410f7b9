// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.schemas.signals.CapturedRequest;
import io.signalbox.schemas.signals.SignalKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Captures cut anew into requests of at most 512 items, at several parallelisms and in shuffled
 * admissible orders, must leave the same bytes in every file of records.
 */
public final class ShuffleStory {
  private static final int[] PARALLELISMS = {1, 2, 4};
  private static final int PARTITIONS = 3;
  private static final long SEED = 42;

  private final Path folder;
  private final JobOptions options = JobOptions.of();
  private final long disorderMs = options.time().disorder().toMillis();
  private final List<Chunk> chunks = new ArrayList<>();

  /**
   * Prepares the story.
   *
   * @param captures OTLP captures of traces and metrics
   * @param folder for the files of the runs
   */
  public ShuffleStory(List<Path> captures, Path folder) throws IOException {
    this.folder = folder;
    Rechunk rechunk = new Rechunk(SEED);
    for (Path file : captures) {
      List<byte[]> requests = new ArrayList<>();
      SignalKind kind = SignalKind.TRACES;
      try (CaptureFile capture = CaptureFile.open(file)) {
        for (CapturedRequest next = capture.next(); next != null; next = capture.next()) {
          if (next.fault() != null || next.kind() == null) {
            throw new IOException(file + ": request " + next.index() + " cannot be read");
          }
          kind = next.kind();
          requests.add(next.bytes());
        }
      }
      chunks.addAll(rechunk.cut(kind, requests));
    }
  }

  /**
   * Runs all.
   *
   * @param shuffles number of shuffled runs
   * @param progress told of each run
   * @return the runs that differed from the first, by what differed; empty when all were the same
   */
  public Map<String, List<String>> run(int shuffles, Consumer<String> progress) throws Exception {
    Map<String, List<String>> differences = new TreeMap<>();
    Map<String, String> expected = run("parallelism-1", 1, 0, progress);
    for (int parallelism : PARALLELISMS) {
      if (parallelism > 1) {
        String name = "parallelism-" + parallelism;
        note(name, expected, run(name, parallelism, 0, progress), differences);
      }
    }
    for (int shuffle = 1; shuffle <= shuffles; shuffle++) {
      String name = "shuffle-" + shuffle;
      int parallelism = PARALLELISMS[shuffle % PARALLELISMS.length];
      note(name, expected, run(name, parallelism, shuffle, progress), differences);
    }
    return differences;
  }

  private static void note(
      String run,
      Map<String, String> expected,
      Map<String, String> found,
      Map<String, List<String>> differences) {
    List<String> files = new ArrayList<>();
    expected.forEach(
        (file, text) -> {
          if (!text.equals(found.get(file))) {
            files.add(file);
          }
        });
    if (!files.isEmpty() || !found.keySet().equals(expected.keySet())) {
      differences.put(run, files);
    }
  }

  private Map<String, String> run(
      String name, int parallelism, long seed, Consumer<String> progress) throws Exception {
    Path out = folder.resolve(name);
    List<List<Chunk>> partitions = new ArrayList<>();
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayList<>());
    }
    for (int i = 0; i < chunks.size(); i++) {
      partitions.get((int) ((i + seed) % PARTITIONS)).add(chunks.get(i));
    }
    long endMs = chunks.stream().mapToLong(Chunk::lastMs).max().orElse(0);
    List<ShuffledSequence> sequences = new ArrayList<>();
    for (List<Chunk> partition : partitions) {
      sequences.add(
          new ShuffledSequence(
              partition, disorderMs, seed == 0 ? 0 : seed * PARTITIONS + sequences.size(), endMs));
    }
    new EmbeddedReplay(sequences, out, parallelism, Backend.ROCKSDB, options).run();
    Map<String, String> files = records(out);
    long lines = files.values().stream().mapToLong(text -> text.lines().count()).sum();
    progress.accept(name + " at parallelism " + parallelism + ": " + lines + " records");
    return files;
  }

  /** The files of records; transport fields of dead letters are outside the claim. */
  private static Map<String, String> records(Path out) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(out)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
        String text = Files.readString(file);
        String name = String.valueOf(file.getFileName());
        files.put(name, name.startsWith("dead-letters") ? withoutTransport(text) : text);
      }
    }
    return files;
  }

  private static String withoutTransport(String letters) {
    return String.join(
        "\n",
        letters
            .lines()
            .map(line -> line.replaceAll("\"(partition|offset)\":[0-9]+", "\"$1\":0"))
            .sorted()
            .toList());
  }
}
