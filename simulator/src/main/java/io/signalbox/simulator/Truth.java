// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.simulator.faults.EventSpan;
import io.signalbox.simulator.faults.Fault;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really went wrong in a world, and the options that bring it about again.
 *
 * @param options what the world was made from
 * @param faults in the order in which they were ordered
 */
public record Truth(SimulationOptions options, List<Entry> faults) {
  /**
   * One fault.
   *
   * @param kind {@code bad-deploy}, ...
   * @param pattern id of the failure pattern that tells its story
   * @param node the culprit as an SRE would name it: a service, or the address of a silent peer; of
   *     a slow edge the callee
   * @param version the version (or model) at fault, or null
   * @param caller the caller when one edge alone is at fault, else null
   * @param startedAt when it began
   * @param endedAt when it was over
   * @param victims services that suffer from it, sorted
   */
  public record Entry(
      String kind,
      String pattern,
      String node,
      @Nullable String version,
      @Nullable String caller,
      Instant startedAt,
      Instant endedAt,
      List<String> victims) {}

  static Truth of(SimulationOptions options, World world, List<Fault> faults) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      entries.add(
          new Entry(
              options.faults().get(i).kind().label(),
              options.faults().get(i).kind().pattern(),
              fault.node(),
              fault.version(),
              fault.caller(),
              instant(fault.window().from()),
              instant(fault.window().to()),
              List.copyOf(fault.victims(world))));
    }
    return new Truth(options, List.copyOf(entries));
  }

  /** The truth as a JSON object, keys in snake case, ending with a newline. */
  public String toJson() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seed", options.seed());
    ObjectNode given = root.putObject("options");
    given.put("services", options.services()).put("rate", options.rate());
    given.put("duration", EventSpan.format(options.duration()));
    given.put("start", options.start().toString());
    given.put("vitals", options.vitals()).put("random", options.random());
    ArrayNode orders = given.putArray("faults");
    options.faults().stream().map(FaultOrder::toString).forEach(orders::add);
    ArrayNode list = root.putArray("faults");
    faults.forEach(entry -> write(entry, list.addObject()));
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", problem);
    }
  }

  private static void write(Entry entry, ObjectNode out) {
    out.put("kind", entry.kind()).put("pattern", entry.pattern()).put("node", entry.node());
    out.put("version", entry.version()).put("caller", entry.caller());
    out.put("started_at", entry.startedAt().toString());
    out.put("ended_at", entry.endedAt().toString());
    ArrayNode victims = out.putArray("victims");
    entry.victims().forEach(victims::add);
  }

  private static Instant instant(long ns) {
    return Instant.ofEpochMilli(ns / Origin.MILLI);
  }
}
