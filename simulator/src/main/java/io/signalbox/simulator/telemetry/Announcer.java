// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Writes change events as CDEvents 0.6.0-draft (service.* 0.3.0), one JSON object each. */
public final class Announcer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCE = "/pipelines/rollout";

  private final Dice dice;
  private final SimulationOutput output;

  /** Makes an announcer whose event ids come from the seed. */
  public Announcer(long seed, SimulationOutput output) {
    this.dice = Dice.of(seed, "changes", "ids");
    this.output = output;
  }

  /**
   * Announces a change.
   *
   * @param kind {@code deployed}, {@code upgraded}, {@code rolledback}, or {@code config}, {@code
   *     scaled}, {@code model}, {@code prompt}, {@code index}
   * @param service what changed
   * @param version what it is now
   * @param previous what it was
   * @param artifact path of what was rolled out
   * @param atNs epoch nanoseconds
   */
  public void announce(
      String kind, String service, String version, String previous, String artifact, long atNs)
      throws IOException {
    long atMs = atNs / Origin.MILLI;
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .putObject("context")
        .put("specversion", "0.6.0-draft")
        .put("id", new UUID(dice.any(), dice.any()).toString())
        .put("source", SOURCE)
        .put("type", type(kind))
        .put("timestamp", Instant.ofEpochMilli(atMs).toString());
    ObjectNode subject = event.putObject("subject").put("id", service).put("source", SOURCE);
    ObjectNode content = subject.putObject("content");
    content.putObject("environment").put("id", Origin.ENVIRONMENT);
    content.put("artifactId", "pkg:generic/" + artifact + "@" + version);
    event.putObject("customData").put("version", version).put("previousVersion", previous);
    event.put("customDataContentType", "application/json");
    String text = JSON.writeValueAsString(event);
    output.accept(SignalTopic.CHANGES, atMs, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Changes that CDEvents knows no word for are custom events of ours. */
  private static String type(String kind) {
    return switch (kind) {
      case "deployed", "upgraded", "rolledback" -> "dev.cdevents.service." + kind + ".0.3.0";
      case "scaled" -> "dev.cdeventsx.signalbox-replicas.modified.0.1.0";
      default -> "dev.cdeventsx.signalbox-" + kind + ".modified.0.1.0";
    };
  }
}
