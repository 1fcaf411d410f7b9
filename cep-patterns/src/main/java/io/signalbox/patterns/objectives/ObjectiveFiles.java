// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.objectives;

import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objectives as they stand in their files.
 *
 * @param objectives in the order of the files; only to be used when nothing is wrong
 * @param problems all that is wrong
 */
public record ObjectiveFiles(List<Objective> objectives, List<Problem> problems) {
  /** Keeps unmodifiable copies. */
  public ObjectiveFiles {
    objectives = List.copyOf(objectives);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file, or all files of a folder that end in {@code .yaml}.
   *
   * @throws IOException when it cannot be read
   */
  public static ObjectiveFiles read(Path place) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(place)) {
      texts.put(place.toString(), Files.readString(place));
      return read(texts);
    }
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        texts.put(file.toString(), Files.readString(file));
      }
    }
    return read(texts);
  }

  /** Reads texts by the names of their files, in the order of the names. */
  public static ObjectiveFiles read(Map<String, String> texts) {
    List<Objective> objectives = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, String> where = new TreeMap<>();
    new TreeMap<>(texts)
        .forEach(
            (name, yaml) -> {
              Problems found = new Problems(name);
              new ObjectiveReader(found)
                  .read(
                      yaml,
                      (node, objective) -> {
                        String other = where.putIfAbsent(objective.id(), name);
                        if (other != null) {
                          found.add(
                              node,
                              "the objective '" + objective.id() + "' is in " + other + ", too");
                        }
                        objectives.add(objective);
                      });
              problems.addAll(found.sorted());
            });
    return new ObjectiveFiles(objectives, problems);
  }

  /**
   * All of them.
   *
   * @throws IllegalArgumentException with file, line and reason of everything that is wrong
   */
  public Objectives all() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return new Objectives(objectives);
  }
}
