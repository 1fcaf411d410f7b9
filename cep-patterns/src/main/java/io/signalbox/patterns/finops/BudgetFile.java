// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.finops;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BurnRule;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlDecimal;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Budgets as they stand in their file.
 *
 * @param budgets the topmost ones, with those below them
 * @param problems all that is wrong, in the order of the file; then no budget is to be used
 */
public record BudgetFile(List<Budget> budgets, List<Problem> problems) {
  private static final int LONGEST = 1 << 20;
  private static final int GREATEST_PERCENT = 1000;

  /**
   * Reads budgets.
   *
   * @param name of the file, for what is said of it
   * @param yaml its text
   */
  public static BudgetFile read(String name, String yaml) {
    Problems problems = new Problems(name);
    Node root = YamlSource.of(yaml, "a file of budgets", LONGEST, problems).root();
    List<Budget> budgets = new ArrayList<>();
    if (root != null) {
      YamlMap map = new YamlMap(root, "a file of budgets", problems);
      PatternReader.expectForm(map, "Budgets", problems);
      Reader reader = new Reader(problems);
      for (Node node : map.needList("budgets")) {
        budgets.add(reader.budget(node, null));
      }
      map.done();
    }
    return new BudgetFile(budgets, problems.sorted());
  }

  private static final class Reader {
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    Reader(Problems problems) {
      this.problems = problems;
    }

    Budget budget(Node node, @Nullable Budget parent) {
      YamlMap map = new YamlMap(node, "a budget", problems);
      String name = map.needText("name");
      if (!names.add(name)) {
        map.problem("name", "the budget '" + name + "' is here twice");
      }
      Budget bare = bare(map, name, parent);
      List<Budget> children = new ArrayList<>();
      for (Node below : map.listOf("children")) {
        Budget child = budget(below, bare);
        for (Budget other : children) {
          if (!child.disjoint(other)) {
            problems.add(
                below,
                "a use could count for '"
                    + child.name()
                    + "' and '"
                    + other.name()
                    + "':"
                    + " budgets below one budget ask for different values of one dimension");
          }
        }
        children.add(child);
      }
      map.done();
      return new Budget(
          bare.name(),
          bare.scope(),
          bare.window(),
          bare.amount(),
          bare.thresholds(),
          bare.burn(),
          List.copyOf(children));
    }

    private Budget bare(YamlMap map, String name, @Nullable Budget parent) {
      CalendarWindow window =
          parent == null
              ? map.choice("window", CalendarWindow.class, CalendarWindow.MONTH)
              : parent.window();
      if (parent != null && map.has("window")) {
        map.get("window");
        map.problem("window", "a budget below another has the window of that one");
      }
      if (window == CalendarWindow.HOUR) {
        map.problem("window", "a budget is for a day, week or month");
      }
      return new Budget(
          name,
          scope(map, parent),
          window,
          YamlDecimal.needPositive(map, "amount"),
          thresholds(map, parent),
          burn(map, window, parent),
          List.of());
    }

    private Map<Dimension, String> scope(YamlMap map, @Nullable Budget parent) {
      Map<Dimension, String> scope = new EnumMap<>(Dimension.class);
      if (parent != null) {
        scope.putAll(parent.scope());
      }
      Node node = map.get("scope");
      if (node != null) {
        YamlMap said = new YamlMap(node, "a scope", problems);
        for (Dimension dimension : Dimension.values()) {
          String value = said.text(dimension.label(), "");
          if (said.has(dimension.label())) {
            String above = scope.put(dimension, value);
            if (above != null && !above.equals(value)) {
              said.problem(
                  dimension.label(),
                  "the budget above has " + dimension.label() + " '" + above + "'");
            }
          }
        }
        said.done();
      } else if (parent != null) {
        map.problem("scope", "a budget below another has a 'scope' that says what of it");
      }
      return Collections.unmodifiableMap(scope);
    }

    private List<Integer> thresholds(YamlMap map, @Nullable Budget parent) {
      if (!map.has("thresholds")) {
        return parent == null ? Budget.USUAL_THRESHOLDS : parent.thresholds();
      }
      List<Integer> percents = new ArrayList<>();
      for (String text : map.texts("thresholds")) {
        int percent = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        int last = percents.isEmpty() ? 0 : percents.get(percents.size() - 1);
        if (percent <= last || percent > GREATEST_PERCENT) {
          map.problem(
              "thresholds", "'thresholds' are per cent from 1 to 1000, ascending, not " + text);
        } else {
          percents.add(percent);
        }
      }
      return List.copyOf(percents);
    }

    private List<BurnRule> burn(YamlMap map, CalendarWindow window, @Nullable Budget parent) {
      if (!map.has("burn")) {
        return parent == null ? BurnRule.usual(window) : parent.burn();
      }
      List<BurnRule> rules = new ArrayList<>();
      for (Node node : map.listOf("burn")) {
        YamlMap rule = new YamlMap(node, "a burn rule", problems);
        BurnRule one =
            new BurnRule(
                YamlDecimal.needPositive(rule, "rate"), ms(rule, "long"), ms(rule, "short"));
        rule.done();
        if (one.shortMs() >= one.longMs()) {
          problems.add(node, "'short' is less than 'long'");
        } else if (!one.fitsBefore(window)) {
          problems.add(node, "so fast for so long is more than the budget of a " + window.label());
        }
        rules.add(one);
      }
      return List.copyOf(rules);
    }

    private static long ms(YamlMap rule, String key) {
      Duration time = rule.duration(key);
      if (!rule.has(key)) {
        rule.needText(key); // tells that it is missing
      }
      return time == null ? 0 : time.toMillis();
    }
  }
}
