// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class ConfidenceTest {
  private static List<Double> chances(List<Double> scores) {
    List<Suspect> suspects = new ArrayList<>();
    scores.forEach(one -> suspects.add(new Suspect("n", "service", null, one, 0, List.of())));
    return Confidence.of(suspects, Suspect::score).stream().map(Suspect::confidence).toList();
  }

  @Example
  void whoStandsOutAmongManyWeakOnesIsNamedWithMoreThanItsShare() {
    assertEquals(0.95 * 16 / 20, chances(List.of(4.0, 1.0, 1.0, 1.0, 1.0)).get(0), 1e-12);
    assertEquals(0.95, chances(List.of(0.5)).get(0), 1e-12);
    assertEquals(List.of(0.0, 0.0), chances(List.of(0.0, 0.0)));
  }

  @Property
  void chancesKeepTheOrderTheUnitDoesNotCountAndOneInTwentyIsLeft(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0.01, max = 1_000) Double> scores) {
    List<Double> chances = chances(scores);
    List<Double> scaled = chances(scores.stream().map(one -> 1_000 * one).toList());
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += chances.get(i);
      assertEquals(chances.get(i), scaled.get(i), 1e-9);
      for (int j = 0; j < i; j++) {
        boolean stronger = scores.get(i) > scores.get(j);
        assertTrue(!stronger || chances.get(i) >= chances.get(j));
      }
    }
    assertEquals(0.95, sum, 1e-9);
  }
}
