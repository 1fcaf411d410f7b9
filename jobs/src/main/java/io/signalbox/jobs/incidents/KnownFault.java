// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is known to have happened, to be compared with what was found.
 *
 * @param kind {@code bad-deploy}, ...
 * @param node the culprit
 * @param version the version at fault, or null
 * @param caller the caller when one edge alone is at fault, else null
 * @param startedAt when it began
 * @param endedAt when it was over
 * @param victims nodes that suffered from it
 */
public record KnownFault(
    String kind,
    String node,
    @Nullable String version,
    @Nullable String caller,
    Instant startedAt,
    Instant endedAt,
    List<String> victims) {

  /**
   * Reads the {@code faults} of a {@code truth.json}.
   *
   * @throws IOException when it is not such a file
   */
  public static List<KnownFault> read(byte[] json) throws IOException {
    List<KnownFault> faults = new ArrayList<>();
    try {
      for (JsonNode fault : new ObjectMapper().readTree(json).path("faults")) {
        List<String> victims = new ArrayList<>();
        fault.path("victims").forEach(victim -> victims.add(victim.asText()));
        faults.add(
            new KnownFault(
                fault.path("kind").asText(),
                fault.path("node").asText(),
                fault.path("version").textValue(),
                fault.path("caller").textValue(),
                Instant.parse(fault.path("started_at").asText()),
                Instant.parse(fault.path("ended_at").asText()),
                List.copyOf(victims)));
      }
    } catch (DateTimeParseException e) {
      throw new IOException("not a time: " + e.getParsedString(), e);
    }
    return List.copyOf(faults);
  }

  /** The culprit as a person writes it. */
  String label() {
    String edge = caller == null ? node : caller + " → " + node;
    return version == null ? edge : edge + " " + version;
  }
}
