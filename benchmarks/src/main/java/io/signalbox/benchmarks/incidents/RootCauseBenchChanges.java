// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deployments and flags of one incident, each with what its commit says. */
final class RootCauseBenchChanges {
  private final String environment;
  private final Path data;
  private final Complaints complaints;

  RootCauseBenchChanges(String environment, Path data, Complaints complaints) {
    this.environment = environment;
    this.data = data;
    this.complaints = complaints;
  }

  List<Chapter> chapters() {
    List<Telling> all = new ArrayList<>();
    Map<String, JsonNode> commits = new HashMap<>();
    each("commits.json", commit -> commits.put(commit.path("sha").asText(), commit));
    each(
        "deploys.json", deploy -> add(all, deploy, "dev.cdevents.service.deployed.0.2.0", commits));
    commits.values().stream()
        .filter(commit -> all.stream().noneMatch(told -> isOf(told, commit)))
        .forEach(commit -> addMerged(all, commit));
    each(
        "flags.json",
        flag -> add(all, flag, "dev.cdeventsx.signalbox-flag.changed.0.1.0", Map.of()));
    long fromMs = all.stream().mapToLong(Telling::atMs).min().orElse(Long.MAX_VALUE);
    return all.isEmpty() ? List.of() : List.of(new Chapter(fromMs, () -> all));
  }

  private void each(String name, java.util.function.Consumer<JsonNode> use) {
    Path file = data.resolve("context").resolve(name);
    JsonNode all = Files.exists(file) ? RootCauseBenchSet.json(file, complaints) : null;
    if (all != null) {
      all.forEach(use);
    }
  }

  private static boolean isOf(Telling told, JsonNode commit) {
    String json = new String(told.request(), StandardCharsets.UTF_8);
    return json.contains(commit.path("sha").asText());
  }

  /** A commit that no deployment names. */
  private void addMerged(List<Telling> all, JsonNode commit) {
    Long atMs = RootCauseBenchSet.timeMs(commit.path("timestamp").asText());
    if (atMs != null) {
      all.add(
          OtlpMessages.event(
              "dev.cdevents.change.merged.0.2.0",
              commit.path("sha").asText(),
              atMs,
              Map.of(
                  "repository",
                  "repository",
                  "environment",
                  environment,
                  "description",
                  said(commit))));
    }
  }

  private static String said(JsonNode commit) {
    StringBuilder text = new StringBuilder(commit.path("message").asText());
    commit.path("files_changed").forEach(file -> text.append('\n').append(file.asText()));
    commit
        .path("diff")
        .asText("")
        .lines()
        .filter(line -> line.startsWith("+") || line.startsWith("-"))
        .forEach(line -> text.append('\n').append(line));
    return text.toString();
  }

  private void add(List<Telling> all, JsonNode said, String type, Map<String, JsonNode> commits) {
    Long atMs = RootCauseBenchSet.timeMs(said.path("timestamp").asText());
    if (atMs == null) {
      complaints.add(data, 0, "a change without a time");
      return;
    }
    String sha = said.path("commit_sha").asText("");
    String id = sha.isEmpty() ? said.path("flag").asText() : sha;
    JsonNode commit = commits.get(sha);
    Map<String, String> content = new HashMap<>();
    content.put("service", said.path("service").asText());
    content.put("environment", environment);
    content.put("version", said.path("version").asText(said.path("change").asText()));
    if (commit != null) {
      content.put("description", said(commit));
    } else if (sha.isEmpty()) {
      content.put("description", id + ' ' + said.path("change").asText());
    }
    all.add(OtlpMessages.event(type, id, atMs, content));
  }
}
