// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.signals.GenAiEvent;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is read of answers beside what always is.
 *
 * @param numbers that are watched
 * @param segments names of attributes by which rates are split, beside tenant and route
 */
public record AnswerDetails(Set<AnswerNumber> numbers, List<String> segments)
    implements Serializable {
  /** Nothing else. */
  public static final AnswerDetails NONE = new AnswerDetails(Set.of(), List.of());

  /**
   * The segments of an answer.
   *
   * @param said value of an attribute, empty when it is not stated
   */
  Map<String, String> segmentsOf(UnaryOperator<String> said) {
    Map<String, String> found = new TreeMap<>();
    for (String name : segments) {
      String value = said.apply(name);
      if (!value.isEmpty()) {
        found.put(name, value);
      }
    }
    return found;
  }

  /** Numbers of the answer in a span, by metric. */
  Map<String, Double> numbersOf(GenAiEvent span) {
    Map<String, Double> found = Embedding.of(span.attributes());
    found.putAll(AnswerNumber.of(span, numbers));
    return found;
  }
}
