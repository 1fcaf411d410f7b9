// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a replay has found, as far as it is judged here.
 *
 * @param matches patterns recognised, by time, then pattern, then key
 * @param serviceMinutes minutes in which services said something, summed over all services
 */
public record FoundMatches(List<Match> matches, long serviceMinutes) {
  private static final double MINUTES_A_WEEK = 7 * 24 * 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A pattern that was recognised.
   *
   * @param pattern its id
   * @param key what it was keyed by
   * @param accused the node it blames, else the service it is about
   * @param at event time at which it was complete
   */
  public record Match(String pattern, String key, String accused, Instant at) {}

  /**
   * Reads {@code pattern-matches.jsonl} and {@code telemetry-quality.jsonl} of a replay.
   *
   * @throws IOException when there is no such file, or a line of it cannot be read
   */
  public static FoundMatches read(Path folder) throws IOException {
    List<Match> matches = new ArrayList<>();
    for (JsonNode node : lines(folder.resolve("pattern-matches.jsonl"))) {
      String blame = node.path("blame").asText("");
      matches.add(
          new Match(
              node.path("pattern").asText(),
              node.path("key").asText(),
              blame.isEmpty() ? node.path("service").asText("") : blame,
              time(node.path("matched_at").asText())));
    }
    matches.sort(
        Comparator.comparing(Match::at).thenComparing(Match::pattern).thenComparing(Match::key));
    Set<String> minutes = new TreeSet<>();
    for (JsonNode node : lines(folder.resolve("telemetry-quality.jsonl"))) {
      String service = node.path("service").asText("");
      if (!service.isEmpty()) {
        minutes.add(service + " " + node.path("start_at").asText());
      }
    }
    return new FoundMatches(List.copyOf(matches), minutes.size());
  }

  /** How long services were watched, in weeks of one service. */
  public double serviceWeeks() {
    return serviceMinutes / MINUTES_A_WEEK;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }

  private static Instant time(String text) throws IOException {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IOException("not a time: '" + text + "'", e);
    }
  }
}
