// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.objectives;

import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.Worth;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlDecimal;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of objectives; everything that is wrong is told at once. */
final class ObjectiveReader {
  private static final int LONGEST = 1 << 20;
  private static final Duration USUAL_WINDOW = Duration.ofDays(28);
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(92);

  private final Problems problems;

  ObjectiveReader(Problems problems) {
    this.problems = problems;
  }

  /** Gives each objective that can be used, and where it stands. */
  void read(String yaml, BiConsumer<Node, Objective> out) {
    Node root = YamlSource.of(yaml, "a file of objectives", LONGEST, problems).root();
    if (root == null) {
      return;
    }
    YamlMap map = new YamlMap(root, "a file of objectives", problems);
    PatternReader.expectForm(map, "Objectives", problems);
    for (Node node : map.needList("objectives")) {
      out.accept(node, objective(node));
    }
    map.done();
  }

  private Objective objective(Node node) {
    YamlMap map = new YamlMap(node, "an objective", problems);
    String id = map.needText("id");
    if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
      map.problem("id", "an id is a lower-case letter and up to 63 letters, digits and -");
    }
    map.need("indicator");
    Indicator indicator = map.choice("indicator", Indicator.class, Indicator.AVAILABILITY);
    String[] ends = ends(map);
    Objective read =
        new Objective(
            id,
            map.has("environment") ? map.text("environment", "") : null,
            ends[1],
            ends[0].isEmpty() ? null : ends[0],
            indicator,
            thresholdUs(map, indicator),
            target(map),
            window(map),
            worth(map),
            map.has("users_per_request") ? YamlDecimal.positive(map, "users_per_request") : null);
    map.done();
    return read;
  }

  /** Caller, empty for a service as a whole, and the service that is asked. */
  private String[] ends(YamlMap map) {
    Node edge = map.get("edge");
    if (edge == null) {
      return new String[] {"", map.needText("service")};
    }
    if (map.get("service") != null) {
      map.problem("edge", "an objective is of a 'service' or of an 'edge', not of both");
    }
    YamlMap ends = new YamlMap(edge, "an edge", problems);
    String[] names = {ends.needText("caller"), ends.needText("callee")};
    ends.done();
    return names;
  }

  private static long thresholdUs(YamlMap map, Indicator indicator) {
    Duration threshold = map.duration("threshold");
    boolean latency = indicator == Indicator.LATENCY;
    if (latency != map.has("threshold")) {
      map.problem(
          "threshold",
          latency
              ? "latency has a 'threshold', such as 300ms: no request is to take longer"
              : "a 'threshold' is for latency: a request is available or it failed");
    }
    if (threshold == null || !latency) {
      return 0;
    }
    if (threshold.isZero()) {
      map.problem("threshold", "'threshold' is above zero");
    }
    return threshold.toNanos() / 1_000;
  }

  private static BigDecimal target(YamlMap map) {
    BigDecimal target = YamlDecimal.needPositive(map, "target");
    if (map.has("target") && target.compareTo(BigDecimal.ONE) >= 0) {
      map.problem("target", "'target' is a share above 0 and below 1, such as 0.999");
      return new BigDecimal("0.5");
    }
    return target;
  }

  private static Duration window(YamlMap map) {
    Duration window = Objects.requireNonNullElse(map.duration("window"), USUAL_WINDOW);
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
      map.problem("window", "'window' is from 1h to 92d");
      return USUAL_WINDOW;
    }
    return window;
  }

  private @Nullable Worth worth(YamlMap map) {
    Node node = map.get("value");
    if (node == null) {
      return null;
    }
    YamlMap value = new YamlMap(node, "a value", problems);
    value.need("per");
    Worth worth =
        new Worth(
            YamlDecimal.needPositive(value, "amount"),
            value.needText("currency"),
            value.choice("per", Worth.Per.class, Worth.Per.REQUEST));
    if (!worth.currency().matches("[A-Z]{3}")) {
      value.problem("currency", "a currency is three capital letters, such as EUR");
    }
    value.done();
    return worth;
  }
}
