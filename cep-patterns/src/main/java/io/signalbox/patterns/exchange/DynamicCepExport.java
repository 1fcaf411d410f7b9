// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.reading.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pattern as the JSON graph that the commercial dynamic-CEP products read. Their form is
 * public: nodes ATOMIC and COMPOSITE, edges with a strategy, one window, a strategy after a match.
 * Conditions are written with the type CEL, which those products do not run: who takes a pattern
 * there translates them. What their form cannot say is under {@code signalbox}, which only {@link
 * DynamicCepImport} reads.
 */
public final class DynamicCepExport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DynamicCepExport() {}

  /** The graph of a pattern. */
  public static ObjectNode of(FailurePattern pattern) {
    List<Stage> stages = pattern.stages();
    ObjectNode graph = JSON.objectNode();
    graph.put("name", pattern.id());
    graph.put("type", "COMPOSITE");
    graph.put("version", 1);
    graph.set("quantifier", quantifier(Quantifier.ONE, "SKIP_TILL_NEXT", null));
    graph.putNull("condition");
    ArrayNode nodes = graph.putArray("nodes");
    stages.forEach(stage -> nodes.add(node(stage)));
    ArrayNode edges = graph.putArray("edges");
    for (int i = 1; i < stages.size(); i++) {
      ObjectNode edge = edges.addObject();
      edge.put("source", stages.get(i - 1).name());
      edge.put("target", stages.get(i).name());
      edge.put("type", edge(stages.get(i)));
    }
    graph.set("window", window(pattern.within()));
    ObjectNode after = graph.putObject("afterMatchStrategy");
    after.put("type", skip(pattern.skip().kind()));
    after.put("patternName", pattern.skip().stage().isEmpty() ? null : pattern.skip().stage());
    graph.set("signalbox", rest(pattern));
    return graph;
  }

  private static ObjectNode node(Stage stage) {
    ObjectNode node = JSON.objectNode();
    node.put("name", stage.name());
    node.put("type", "ATOMIC");
    Quantifier times = stage.quantifier();
    String inner = times.isLoop() ? strategy(times.inner()) : "SKIP_TILL_NEXT";
    node.set("quantifier", quantifier(times, inner, stage.until()));
    node.set("condition", condition(stage.where()));
    return node;
  }

  private static ObjectNode quantifier(Quantifier times, String strategy, @Nullable String until) {
    ObjectNode node = JSON.objectNode();
    node.put("consumingStrategy", strategy);
    ArrayNode properties = node.putArray("properties");
    boolean endless = times.max() == Quantifier.UNBOUNDED;
    properties.add(endless ? "LOOPING" : times.isLoop() ? "TIMES" : "SINGLE");
    if (times.optional()) {
      properties.add("OPTIONAL");
    }
    if (times.greedy()) {
      properties.add("GREEDY");
    }
    if (times.isLoop()) {
      ObjectNode bounds = node.putObject("times");
      bounds.put("from", times.min());
      bounds.put("to", endless ? times.min() : times.max());
      bounds.putNull("windowTime");
    } else {
      node.putNull("times");
    }
    if (until == null) {
      node.putNull("untilCondition");
    } else {
      node.set("untilCondition", condition(until));
    }
    return node;
  }

  private static ObjectNode condition(String text) {
    return JSON.objectNode().put("type", "CEL").put("expression", text);
  }

  private static String strategy(Follow follow) {
    return switch (follow) {
      case STRICT -> "STRICT";
      case RELAXED -> "SKIP_TILL_NEXT";
      case ANY -> "SKIP_TILL_ANY";
    };
  }

  private static String edge(Stage stage) {
    if (stage.negated()) {
      return stage.follow() == Follow.STRICT ? "NOT_NEXT" : "NOT_FOLLOW";
    }
    return strategy(stage.follow());
  }

  private static JsonNode window(@Nullable Duration within) {
    if (within == null) {
      return JSON.nullNode();
    }
    ObjectNode window = JSON.objectNode().put("type", "FIRST_AND_LAST");
    ObjectNode time = window.putObject("time");
    time.put("unit", "MILLISECONDS");
    time.put("size", within.toMillis());
    return window;
  }

  private static String skip(Skip.Kind kind) {
    return kind == Skip.Kind.NO_SKIP ? "NO_SKIP" : "SKIP_" + kind.name();
  }

  private static ObjectNode rest(FailurePattern pattern) {
    ObjectNode rest = JSON.objectNode();
    rest.put("version", pattern.version());
    rest.put("key", pattern.key().name().toLowerCase(Locale.ROOT));
    rest.put("cooldown", Durations.format(pattern.cooldown()));
    rest.put("bound", pattern.bound());
    ObjectNode within = rest.putObject("within");
    for (Stage stage : pattern.stages()) {
      if (stage.within() != null) {
        within.put(stage.name(), Durations.format(stage.within()));
      }
    }
    ObjectNode emit = rest.putObject("emit");
    emit.put("title", pattern.emit().title());
    emit.put("blame", pattern.emit().blame());
    emit.put("severity", pattern.emit().severity());
    emit.put("confidence", pattern.emit().confidence());
    emit.put("runbook", pattern.emit().runbook());
    return rest;
  }
}
