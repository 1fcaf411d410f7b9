// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The patterns of a folder.
 *
 * @param documents those that can be used, in the order of their files' names
 * @param problems what is wrong with the others
 */
public record Catalogue(List<PatternDocument> documents, List<Problem> problems) {
  /** Keeps unmodifiable copies. */
  public Catalogue {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file, or every {@code *.yaml} and {@code *.yml} file of a folder.
   *
   * @throws IOException when there is neither
   */
  public static Catalogue read(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return read(List.of(folder));
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Catalogue::isPattern).sorted().toList();
    }
    return read(files);
  }

  private static Catalogue read(List<Path> files) {
    List<PatternDocument> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, String> fileOf = new HashMap<>();
    for (Path file : files) {
      Reading reading = PatternReader.read(file);
      problems.addAll(reading.problems());
      reading.document().ifPresent(one -> add(one, fileOf, documents, problems));
    }
    return new Catalogue(documents, problems);
  }

  private static void add(
      PatternDocument document,
      Map<String, String> fileOf,
      List<PatternDocument> documents,
      List<Problem> problems) {
    String id = document.pattern().id();
    String other = fileOf.putIfAbsent(id, document.file());
    if (other == null) {
      documents.add(document);
      return;
    }
    Place place = document.place("metadata.id");
    problems.add(
        new Problem(
            Problem.Level.ERROR,
            document.file(),
            place.line(),
            place.column(),
            "the id '" + id + "' is that of " + other + ", too"));
  }

  /** The pattern of an id. */
  public Optional<PatternDocument> find(String id) {
    return documents.stream().filter(document -> document.pattern().id().equals(id)).findFirst();
  }

  private static boolean isPattern(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
