// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.finops.focus.Check;
import io.signalbox.analytics.finops.focus.FocusRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the official requirements model of FOCUS. */
public final class FocusModelJson {
  private static final List<String> COLUMN_KEYS =
      List.of("ColumnName", "ColumnAName", "ColumnBName", "ResultColumnName");

  private FocusModelJson() {}

  /**
   * The rules, in the order of the model.
   *
   * @throws IOException if the file cannot be read or is no such model
   */
  public static List<FocusRule> read(Path file) throws IOException {
    JsonNode all = new ObjectMapper().readTree(file.toFile()).path("ModelRules");
    if (!all.isObject() || all.isEmpty()) {
      throw new IOException(file + ": no ModelRules");
    }
    List<FocusRule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      rules.add(rule(entry.getKey(), entry.getValue()));
    }
    return rules;
  }

  private static FocusRule rule(String id, JsonNode node) {
    JsonNode asks = node.path("ValidationCriteria");
    List<String> criteria = new ArrayList<>();
    node.path("ApplicabilityCriteria").forEach(one -> criteria.add(one.asText()));
    return new FocusRule(
        id,
        node.path("Reference").asText(),
        node.path("Function").asText().equals("Presence"),
        criteria,
        asks.path("Keyword").asText(),
        asks.path("MustSatisfy").asText(),
        check(asks.path("Requirement")),
        check(asks.path("Condition")));
  }

  private static @Nullable Check check(JsonNode node) {
    if (node.isEmpty()) {
      return null;
    }
    if (node.has("AND")) { // two rules of the model write a conjunction so
      JsonNode items = node.path("AND");
      return new Check.All(items.isArray() ? items(items) : List.of(some(items)));
    }
    String function = node.path("CheckFunction").asText();
    return switch (function) {
      case "AND" -> new Check.All(items(node.path("Items")));
      case "OR" -> new Check.Any(items(node.path("Items")));
      case "CheckModelRule" -> new Check.Rule(node.path("ModelRuleId").asText());
      default -> test(function, node);
    };
  }

  private static Check.Test test(String function, JsonNode node) {
    List<String> columns = new ArrayList<>();
    for (String key : COLUMN_KEYS) {
      if (node.has(key)) {
        columns.add(node.path(key).asText());
      }
    }
    if (node.has("CheckCondition")) { // two rules of the model name the column so
      columns.add(node.path("CheckCondition").asText());
    }
    JsonNode value = node.has("ExpectedCount") ? node.path("ExpectedCount") : node.path("Value");
    boolean none = value.isNull() || value.isMissingNode();
    return new Check.Test(function, columns, none ? null : value.asText(), value.isNumber());
  }

  private static List<Check> items(JsonNode nodes) {
    List<Check> items = new ArrayList<>();
    nodes.forEach(node -> items.add(some(node)));
    return items;
  }

  private static Check some(JsonNode node) {
    Check check = check(node);
    return check == null ? new Check.All(List.of()) : check;
  }
}
