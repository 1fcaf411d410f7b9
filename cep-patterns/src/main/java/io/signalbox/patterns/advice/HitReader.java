// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.ObjectiveHit;
import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlDecimal;
import io.signalbox.patterns.reading.YamlMap;
import org.yaml.snakeyaml.nodes.Node;

/** Makes an objective that is missed of what a test says about it. */
final class HitReader {
  private static final int MOST = 1_000_000_000;

  private HitReader() {}

  static ObjectiveHit read(Node node, Problems problems) {
    YamlMap map = new YamlMap(node, "an objective", problems);
    boolean worth = map.has("money_at_risk") || map.has("currency");
    int bad = map.integer("bad", 0, MOST, 1);
    ObjectiveHit read =
        new ObjectiveHit(
            map.needText("id"),
            map.text("service", "cart"),
            map.has("caller") ? map.text("caller", "") : null,
            Indicator.AVAILABILITY,
            "0.999",
            bad,
            bad,
            bad,
            1,
            map.number("burnt_share", 0),
            map.number("left_share", 1),
            worth ? YamlDecimal.needPositive(map, "money_at_risk").toPlainString() : null,
            worth ? map.needText("currency") : null,
            map.has("users") ? (long) map.integer("users", 0, MOST, 0) : null,
            map.has("users"));
    map.done();
    return read;
  }
}
