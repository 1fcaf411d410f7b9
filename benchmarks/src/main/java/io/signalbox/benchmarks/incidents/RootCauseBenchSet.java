// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The layout of RootCauseBench: a folder an incident, with telemetry, changes and the truth. */
final class RootCauseBenchSet {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DEPTH = 4;
  private final Path folder;
  private final View view;
  private final Complaints complaints;

  RootCauseBenchSet(Path folder, View view, Complaints complaints) {
    this.folder = folder;
    this.view = view;
    this.complaints = complaints;
  }

  LabelledSet read() {
    List<LabelledCase> cases = new ArrayList<>();
    List<Chapter> chapters = new ArrayList<>();
    for (Path scenario : scenarios()) {
      Path data = scenario.resolve("environment/data");
      String name = String.valueOf(scenario.getFileName());
      JsonNode alert = json(data.resolve("alert.json"), complaints);
      Long atMs = alert == null ? null : timeMs(alert.path("fired_at").asText());
      if (alert == null || atMs == null) {
        complaints.add(data.resolve("alert.json"), 0, "states no time");
        continue;
      }
      cases.add(labelled(scenario, name, alert, atMs));
      chapters.addAll(new RootCauseBenchTelemetry(name, data, view, complaints).chapters());
      chapters.addAll(new RootCauseBenchChanges(name, data, complaints).chapters());
    }
    return new LabelledSet(cases, chapters, List.of());
  }

  private LabelledCase labelled(Path scenario, String name, JsonNode alert, long atMs) {
    JsonNode truth = json(scenario.resolve("tests/ground_truth.json"), complaints);
    JsonNode known = truth == null ? JSON.createObjectNode() : truth;
    String change = known.path("root_cause_commit").asText("");
    boolean none = change.isEmpty() || change.equals(LabelledCase.NO_CHANGE);
    return new LabelledCase(
        name,
        name,
        atMs,
        alert.path("service").asText(),
        known.path("first_failing_service").asText(""),
        none ? "no code cause" : "change",
        none ? LabelledCase.NO_CHANGE : change,
        texts(known.path("decoy_deploy_commits")),
        texts(known.path("blast_radius")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** Epoch milliseconds, null when it is no time. */
  static @Nullable Long timeMs(String text) {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** The JSON in a file; null, and complained of, when there is none. */
  static @Nullable JsonNode json(Path file, Complaints complaints) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException broken) {
      complaints.add(file, 0, "no JSON: " + broken.getMessage());
      return null;
    }
  }

  private List<Path> scenarios() {
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(path -> Files.isDirectory(path.resolve("environment/data")))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      complaints.add(folder, 0, "unreadable: " + unreadable.getMessage());
      return List.of();
    }
  }
}
