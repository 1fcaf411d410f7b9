// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The layout of PetShop: a folder a scenario with a graph, a run without issue and issues. Each
 * issue is an environment of its own in which the run without issue comes first: that run was
 * recorded months later, so it is moved to end where the issue begins.
 */
final class PetshopSet {
  private static final JsonMapper JSON = new JsonMapper();
  private final Path folder;
  private final View view;
  private final Complaints complaints;
  private final Map<String, PetshopTable> calm = new TreeMap<>();
  private final List<LabelledCase> cases = new ArrayList<>();
  private final List<Chapter> chapters = new ArrayList<>();
  private final List<LabelledSet.Quiet> quiet = new ArrayList<>();

  PetshopSet(Path folder, View view, Complaints complaints) {
    this.folder = folder;
    this.view = view;
    this.complaints = complaints;
  }

  LabelledSet read() {
    List<Path> scenarios = folders(folder);
    for (Path scenario : scenarios) {
      Path file = scenario.resolve("noissue/metrics.csv");
      PetshopTable table = Files.exists(file) ? PetshopTable.read(file, complaints) : null;
      if (table != null && !table.isEmpty()) {
        String environment = name(scenario) + "/noissue";
        calm.put(name(scenario), table);
        quiet.add(new LabelledSet.Quiet(environment, table.lastMs()));
        chapters.addAll(PetshopGraph.chapters(scenario, environment, table.firstMs(), complaints));
        chapters.addAll(table.chapters(environment, 0, view));
      }
    }
    for (Path scenario : scenarios) {
      for (Path split : folders(scenario)) {
        folders(split).forEach(issue -> addIssue(scenario, split, issue));
      }
    }
    return new LabelledSet(cases, chapters, quiet);
  }

  private void addIssue(Path scenario, Path split, Path issue) {
    Path target = issue.resolve("target.json");
    Path metrics = issue.resolve("metrics.csv");
    if (!Files.exists(target) || !Files.exists(metrics)) {
      return;
    }
    PetshopTable table = PetshopTable.read(metrics, complaints);
    JsonNode said = json(target);
    if (table == null || table.isEmpty() || said == null) {
      return;
    }
    String id = name(scenario) + "/" + name(split) + "/" + name(issue);
    PetshopTable before = before(name(scenario), table);
    long firstMs = table.firstMs();
    if (before != null) {
      long laterMs = firstMs - table.stepMs() - before.lastMs();
      firstMs = before.firstMs() + laterMs;
      chapters.addAll(before.chapters(id, laterMs, view));
    }
    chapters.addAll(PetshopGraph.chapters(scenario, id, firstMs, complaints));
    chapters.addAll(table.chapters(id, 0, view));
    JsonNode alarm = said.path("target");
    cases.add(
        new LabelledCase(
            id,
            id,
            alarm.path("timestamp").asLong() * 1000,
            alarm.path("node").asText(),
            said.path("root_cause").path("node").asText(),
            alarm.path("metric").asText(),
            null,
            List.of(),
            List.of()));
  }

  /** The run without issue of the scenario itself, else of the one most alike. */
  private @Nullable PetshopTable before(String scenario, PetshopTable issue) {
    PetshopTable own = calm.get(scenario);
    if (own != null) {
      return own;
    }
    PetshopTable best = null;
    for (PetshopTable table : calm.values()) {
      if (best == null || table.shared(issue) > best.shared(issue)) {
        best = table;
      }
    }
    return best;
  }

  private @Nullable JsonNode json(Path file) {
    try {
      JsonNode said = JSON.readTree(Files.readAllBytes(file));
      if (said.path("target").path("timestamp").isNumber()) {
        return said;
      }
      complaints.add(file, 0, "states no target with a timestamp");
    } catch (IOException broken) {
      complaints.add(file, 0, "no JSON: " + broken.getMessage());
    }
    return null;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private List<Path> folders(Path in) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(in, Files::isDirectory)) {
      stream.forEach(found::add);
    } catch (IOException unreadable) {
      complaints.add(in, 0, "unreadable: " + unreadable.getMessage());
    }
    Collections.sort(found);
    return found;
  }
}
