// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code graph.csv}: a row a caller, a column a callee, 1 where the one calls the other. */
final class PetshopGraph {
  private PetshopGraph() {}

  /** The dependencies of a scenario, declared in an environment just before a time. */
  static List<Chapter> chapters(
      Path scenario, String environment, long beforeMs, Complaints complaints) {
    Path file = scenario.resolve("graph.csv");
    if (!Files.exists(file)) {
      complaints.add(file, 0, "absent");
      return List.of();
    }
    List<List<String>> rows = CsvRows.read(file, complaints);
    long atMs = beforeMs - 1000;
    List<Telling> tellings = new ArrayList<>();
    for (int r = 1; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      for (int c = 1; c < Math.min(row.size(), rows.get(0).size()); c++) {
        if (CsvRows.number(row.get(c)) > 0) {
          String callee = rows.get(0).get(c);
          tellings.add(declared(environment, row.get(0), callee, atMs));
        }
      }
    }
    return List.of(new Chapter(atMs, () -> tellings));
  }

  /** That one node calls another. */
  static Telling declared(String environment, String caller, String callee, long atMs) {
    return OtlpMessages.event(
        "dev.cdeventsx.signalbox-dependency.declared.0.1.0",
        environment + '|' + caller + '|' + callee,
        atMs,
        Map.of("service", caller, "callee", callee, "environment", environment));
  }
}
