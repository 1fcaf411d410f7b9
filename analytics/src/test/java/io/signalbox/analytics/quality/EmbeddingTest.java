// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingTest {
  /** Edges of the past are of these directions: they never change. */
  @Test
  void directionsAreDrawnOnceAndForAll() {
    double[] expected = {4.6097722286464435, -1.5, -7.5, -2.5, -3.5, -4.5, 2.5, -1.5, -6.5};
    assertArrayEquals(expected, Embedding.numbers(new double[] {1, 2, 4, 8}));
  }

  @Property(tries = 200)
  void noDirectionGoesFurtherThanTheVector(@ForAll double[] vector) {
    try {
      double[] numbers = Embedding.numbers(vector);
      double furthest = numbers[0] * Math.sqrt(vector.length) * (1 + 1e-9);
      Arrays.stream(numbers).skip(1).forEach(one -> assertTrue(Math.abs(one) <= furthest));
    } catch (IllegalArgumentException refused) {
      boolean fits = vector.length > 0 && vector.length <= Embedding.MOST;
      assertTrue(!fits || Arrays.stream(vector).anyMatch(one -> !(Math.abs(one) < 1e150)));
    }
  }

  @Test
  void whatIsNoVectorIsRefusedWithTheReason() {
    assertRefused("0 numbers, not 1 to 16,384", new double[0]);
    assertRefused("16385 numbers, not 1 to 16,384", new double[16_385]);
    assertRefused("number 2 of 3 is NaN", new double[] {1, Double.NaN, 1});
    assertRefused("number 1 of 1 is -Infinity", new double[] {Double.NEGATIVE_INFINITY});
    assertRefused("its 2 numbers are too large to be added up", new double[] {1e308, 1e308});
  }

  private static void assertRefused(String reason, double[] vector) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Embedding.numbers(vector));
    assertEquals(reason, refused.getMessage());
  }

  @Test
  void whatIsKeptIsReadAsNumbersOfAnEmbedding() {
    String kept =
        Arrays.stream(Embedding.numbers(new double[] {3, 4}))
            .mapToObj(Double::toString)
            .collect(Collectors.joining(" "));
    Map<String, Double> found = Embedding.of(Map.of("gen_ai.output.embedding.numbers", kept));
    assertEquals(Embedding.NUMBERS, found.size());
    assertEquals(Math.sqrt(12.5), found.getOrDefault("output_embedding", 0.), 1e-12);
    assertTrue(found.containsKey("output_embedding.8"), found::toString);
    found.keySet().forEach(metric -> assertTrue(Embedding.isNumber(metric)));
    assertEquals(Map.of(), Embedding.of(Map.of("gen_ai.output.embedding.numbers", "what NaN")));
  }

  @ParameterizedTest
  @CsvSource({"16, 1", "384, 2", "1536, 3"})
  void aCloudThatStaysIsNotFound(int dimension, long seed) {
    VectorCloud cloud = new VectorCloud(dimension, seed);
    int found = 0;
    for (int i = 0; i < 60_000_000 / (dimension + 400); i++) {
      found += cloud.isFound() ? 1 : 0;
    }
    assertEquals(0, found);
  }

  @ParameterizedTest
  @CsvSource({"16, .7, 200", "384, .7, 200", "1536, .7, 200", "1536, .35, 1200"})
  void aMeanThatMovesByPartOfTheRadiusIsFound(int dimension, double radii, int within) {
    for (long seed = 1; seed <= 10; seed++) {
      VectorCloud cloud = new VectorCloud(dimension, seed);
      for (int i = 0; i < 2_000; i++) {
        assertTrue(!cloud.isFound());
      }
      cloud.move(radii);
      int after = 0;
      while (!cloud.isFound()) {
        after++;
        assertTrue(after < within, "seed " + seed);
      }
    }
  }

  @Test
  void aChangeOfTheIndexIsNamedByOneEpisode() {
    AnswerDay day = new AnswerDay(1);
    day.cloud = new VectorCloud(64, 1);
    day.answers(3_000, "gpt-4o", tenant -> .9);
    assertEquals(List.of(), day.episodes);
    day.change("index", "v2");
    day.cloud.move(1);
    day.answers(300, "gpt-4o", tenant -> .9);
    assertEquals(1, day.episodes.size(), day.episodes.toString());
    assertEquals("output_embedding of gpt-4o", day.episodes.get(0).subject());
    String reason = day.episodes.get(0).reason();
    assertTrue(reason.contains("(index v2)"), reason);
    assertTrue(reason.contains(" in direction ") || reason.contains(" in length"), reason);
  }
}
