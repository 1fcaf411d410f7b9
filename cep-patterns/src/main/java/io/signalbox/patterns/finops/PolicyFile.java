// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.finops;

import io.signalbox.analytics.finops.sovereignty.ClassRule;
import io.signalbox.analytics.finops.sovereignty.Hosting;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.analytics.finops.sovereignty.RiskWeights;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlDecimal;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A policy of sovereignty as it stands in its file.
 *
 * @param policy what is wanted, or null where the file cannot be used
 * @param problems all that is wrong, in the order of the file
 */
public record PolicyFile(@Nullable Policy policy, List<Problem> problems) {
  private static final int LONGEST = 1 << 18;
  private static final int GREATEST_RISK = 100;
  private static final int MOST_DAYS = 366;

  /**
   * Reads a policy.
   *
   * @param name of the file, for what is said of it
   * @param yaml its text
   */
  public static PolicyFile read(String name, String yaml) {
    Problems problems = new Problems(name);
    Node root = YamlSource.of(yaml, "a policy", LONGEST, problems).root();
    Policy policy = root == null ? null : new Reader(problems).policy(root);
    return new PolicyFile(problems.isEmpty() ? policy : null, problems.sorted());
  }

  private static final class Reader {
    private final Problems problems;

    Reader(Problems problems) {
      this.problems = problems;
    }

    Policy policy(Node root) {
      YamlMap map = new YamlMap(root, "a policy", problems);
      PatternReader.expectForm(map, "SovereigntyPolicy", problems);
      YamlMap evidence = part(map, "evidence");
      YamlMap change = part(map, "change");
      YamlMap risk = part(map, "risk");
      YamlMap weights = part(risk, "weights");
      RiskWeights usual = RiskWeights.USUAL;
      Policy policy =
          new Policy(
              hosting(map),
              evidence.integer("days", 1, MOST_DAYS, 5),
              evidence.integer("requests", 1, Integer.MAX_VALUE, 1000),
              change.integer("window_days", 1, MOST_DAYS, 7),
              share(change, "margin", "0.2"),
              change.integer("windows", 1, 52, 3),
              Policy.USUAL_DRAWS,
              share(risk, "premium", "0"),
              new RiskWeights(
                  weight(weights, "classification", usual.classification()),
                  weight(weights, "single_provider", usual.singleProvider()),
                  weight(weights, "price_volatility", usual.prices()),
                  weight(weights, "retirement", usual.retirement())),
              risk.integer("horizon_days", 0, 10 * MOST_DAYS, 180),
              classes(map),
              quality(map),
              retirements(map));
      List.of(weights, evidence, change, risk, map).forEach(YamlMap::done);
      return policy;
    }

    /** A mapping of a key; where it is absent, one without keys. */
    private YamlMap part(YamlMap map, String key) {
      Node node = map.get(key);
      return new YamlMap(node == null ? nothing(map.node()) : node, "'" + key + "'", problems);
    }

    private static Node nothing(Node at) {
      return new MappingNode(
          Tag.MAP, true, List.of(), at.getStartMark(), at.getEndMark(), FlowStyle.FLOW);
    }

    private Hosting hosting(YamlMap map) {
      map.need("hosting");
      YamlMap hosting = part(map, "hosting");
      BigDecimal utilisation = share(hosting, "most_utilisation", "0.7");
      if (utilisation.signum() == 0) {
        hosting.problem("most_utilisation", "'most_utilisation' is above zero");
        utilisation = BigDecimal.ONE;
      }
      Hosting read =
          new Hosting(
              YamlDecimal.needPositive(hosting, "usd_per_replica_hour"),
              YamlDecimal.needPositive(hosting, "input_tokens_per_second"),
              YamlDecimal.needPositive(hosting, "output_tokens_per_second"),
              utilisation,
              hosting.integer("least_replicas", 0, 100_000, 1),
              YamlDecimal.atLeastZero(hosting, "fixed_usd_per_day", "0"));
      hosting.done();
      return read;
    }

    private Map<String, ClassRule> classes(YamlMap map) {
      Map<String, ClassRule> rules = new TreeMap<>();
      each(
          map,
          "classes",
          "a class of data",
          (rule, node) -> {
            String name = rule.needText("class");
            ClassRule one =
                new ClassRule(
                    name,
                    rule.flag("api_forbidden"),
                    Set.copyOf(rule.texts("regions")),
                    rule.integer("risk", 0, GREATEST_RISK, 0));
            once(rules.put(name, one), node, name);
          });
      return rules;
    }

    private Map<String, Boolean> quality(YamlMap map) {
      Map<String, Boolean> shown = new TreeMap<>();
      each(
          map,
          "quality",
          "a proof of quality",
          (proof, node) -> {
            String feature = proof.needText("feature");
            once(shown.put(feature, proof.flag("non_inferior")), node, feature);
          });
      return shown;
    }

    private Map<String, Long> retirements(YamlMap map) {
      Map<String, Long> all = new TreeMap<>();
      each(
          map,
          "retirements",
          "a retirement",
          (retirement, node) -> {
            String model = retirement.needText("model");
            retirement.needText("at");
            Instant at = retirement.instant("at");
            once(all.put(model, at == null ? 0 : at.toEpochMilli()), node, model);
          });
      return all;
    }

    private void each(YamlMap map, String key, String what, BiConsumer<YamlMap, Node> reading) {
      for (Node node : map.listOf(key)) {
        YamlMap one = new YamlMap(node, what, problems);
        reading.accept(one, node);
        one.done();
      }
    }

    private void once(@Nullable Object before, Node node, String name) {
      if (before != null) {
        problems.add(node, "'" + name + "' is here twice");
      }
    }

    private static int weight(YamlMap weights, String key, int usual) {
      return weights.integer(key, 0, 1000, usual);
    }

    private static BigDecimal share(YamlMap map, String key, String otherwise) {
      BigDecimal share = YamlDecimal.atLeastZero(map, key, otherwise);
      if (share.compareTo(BigDecimal.ONE) > 0) {
        map.problem(key, "'" + key + "' is a share from 0 to 1, not " + share);
      }
      return share;
    }
  }
}
