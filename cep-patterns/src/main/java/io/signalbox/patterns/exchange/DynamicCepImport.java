// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import io.signalbox.patterns.reading.Durations;
import io.signalbox.patterns.reading.PatternReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the YAML of a pattern from the JSON graph of the commercial dynamic-CEP products. A
 * condition that names a class or is a script is refused: that would be code run by configuration;
 * its stage gets a condition that never holds, to be written by hand. Everything else is kept, or
 * told when it cannot be.
 */
public final class DynamicCepImport {
  private static final String NEVER = "false";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory().disable(Feature.WRITE_DOC_START_MARKER).disable(Feature.SPLIT_LINES));

  private final List<String> refused = new ArrayList<>();
  private final JsonNode graph;
  private final JsonNode ours;

  private DynamicCepImport(JsonNode graph) {
    this.graph = graph;
    ours = graph.path("signalbox");
  }

  /**
   * What became of a graph.
   *
   * @param yaml a pattern, to be read by {@link PatternReader}
   * @param refused what was not taken over, and why
   */
  public record Imported(String yaml, List<String> refused) {}

  /**
   * Reads a graph.
   *
   * @throws IllegalArgumentException when it is no such graph
   */
  public static Imported of(String json) {
    try {
      JsonNode graph = JSON.readTree(json);
      if (!graph.path("nodes").isArray() || !graph.path("edges").isArray()) {
        throw new IllegalArgumentException("no graph: it has no 'nodes' and 'edges'");
      }
      DynamicCepImport reader = new DynamicCepImport(graph);
      String yaml = YAML.writeValueAsString(reader.document());
      return new Imported(yaml, List.copyOf(reader.refused));
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("no JSON: " + problem.getOriginalMessage(), problem);
    }
  }

  private ObjectNode document() {
    ObjectNode document = object();
    document.put("apiVersion", PatternReader.API_VERSION);
    document.put("kind", PatternReader.KIND);
    ObjectNode metadata = document.putObject("metadata");
    metadata.put("id", GraphNames.id(graph.path("name").asText("imported")));
    metadata.put("version", ours.path("version").asInt(1));
    ObjectNode spec = document.putObject("spec");
    spec.put("key", ours.path("key").asText("service"));
    window(spec);
    skip(spec);
    copy(spec, "cooldown");
    copy(spec, "bound");
    stages(spec);
    emit(spec);
    return document;
  }

  private void copy(ObjectNode spec, String key) {
    if (ours.has(key)) {
      spec.set(key, ours.get(key));
    }
  }

  private void window(ObjectNode spec) {
    JsonNode window = graph.path("window");
    if (window.path("type").asText().equals("FIRST_AND_LAST")) {
      spec.put("within", Durations.format(time(window.path("time"))));
    }
  }

  private void skip(ObjectNode spec) {
    JsonNode after = graph.path("afterMatchStrategy");
    String type = after.path("type").asText("NO_SKIP").replace("SKIP_", "");
    switch (type) {
      case "TO_FIRST", "TO_LAST" ->
          spec.putObject("skip").put(type, GraphNames.stage(after.path("patternName").asText()));
      case "TO_NEXT", "PAST_LAST_EVENT" -> spec.put("skip", type);
      default -> spec.put("skip", "NO_SKIP");
    }
  }

  private void stages(ObjectNode spec) {
    Map<String, JsonNode> nodes = new HashMap<>();
    graph.get("nodes").forEach(node -> nodes.put(node.path("name").asText(), node));
    for (GraphOrder.Step step : GraphOrder.of(graph.get("edges"), nodes.keySet())) {
      ObjectNode stage = spec.withArray("sequence").addObject();
      stage.put("stage", GraphNames.stage(step.node()));
      stage(stage, nodes.getOrDefault(step.node(), object()), step);
    }
  }

  private void stage(ObjectNode stage, JsonNode node, GraphOrder.Step step) {
    String name = step.node();
    if (node.path("type").asText().equals("COMPOSITE")) {
      refused.add(name + ": a graph within a graph; write its stages out");
    }
    if (step.strategy().startsWith("NOT_")) {
      stage.put("not", true);
      if (step.strategy().equals("NOT_NEXT")) {
        stage.put("follow", "strict");
      }
    } else if (!step.isFirst()) {
      stage.put("follow", follow(step.strategy()));
    }
    JsonNode quantifier = node.path("quantifier");
    times(stage, quantifier);
    String ownTime = ours.path("within").path(name).asText();
    if (!ownTime.isEmpty()) {
      stage.put("within", ownTime);
    } else if (!step.isFirst() && !step.strategy().startsWith("NOT_") && isPerStage()) {
      stage.put("within", Durations.format(time(graph.path("window").path("time"))));
    }
    stage.put("where", condition(name, node.path("condition")));
    if (quantifier.path("untilCondition").isObject()) {
      stage.put("until", condition(name, quantifier.path("untilCondition")));
    }
  }

  private boolean isPerStage() {
    return graph.path("window").path("type").asText().equals("PREVIOUS_AND_CURRENT");
  }

  private void times(ObjectNode stage, JsonNode quantifier) {
    List<String> properties = new ArrayList<>();
    quantifier.path("properties").forEach(one -> properties.add(one.asText()));
    JsonNode times = quantifier.path("times");
    int from = times.path("from").asInt(1);
    if (properties.contains("LOOPING")) {
      stage.put("min", from);
    } else if (properties.contains("TIMES")) {
      stage.put("min", from);
      stage.put("max", times.path("to").asInt(from));
    }
    if (properties.contains("LOOPING") || properties.contains("TIMES")) {
      stage.put("inner", follow(quantifier.path("consumingStrategy").asText()));
    }
    if (properties.contains("OPTIONAL")) {
      stage.put("optional", true);
    }
    if (properties.contains("GREEDY")) {
      stage.put("greedy", true);
    }
    if (times.path("windowTime").isObject()) {
      stage.put("within", Durations.format(time(times.path("windowTime"))));
    }
  }

  private String condition(String node, JsonNode condition) {
    String type = condition.path("type").asText();
    if (type.equals("CEL")) {
      return condition.path("expression").asText();
    }
    if (condition.isMissingNode() || condition.isNull()) {
      return "true";
    }
    String what = condition.path("className").asText(condition.path("expression").asText());
    refused.add(
        node
            + ": a condition of type "
            + type
            + " ("
            + what
            + ") is code run by configuration; write it in CEL");
    return NEVER;
  }

  private void emit(ObjectNode spec) {
    if (ours.path("emit").isObject()) {
      spec.set("emit", ours.get("emit"));
      return;
    }
    ObjectNode emit = spec.putObject("emit");
    emit.put("title", "{service}: " + graph.path("name").asText("imported"));
    emit.put("confidence", 0.5);
  }

  private static String follow(String strategy) {
    return switch (strategy) {
      case "STRICT" -> "strict";
      case "SKIP_TILL_ANY" -> "any";
      default -> "relaxed";
    };
  }

  private static Duration time(JsonNode time) {
    long size = time.path("size").asLong();
    return switch (time.path("unit").asText()) {
      case "DAYS" -> Duration.ofDays(size);
      case "HOURS" -> Duration.ofHours(size);
      case "MINUTES" -> Duration.ofMinutes(size);
      case "SECONDS" -> Duration.ofSeconds(size);
      default -> Duration.ofMillis(size);
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
