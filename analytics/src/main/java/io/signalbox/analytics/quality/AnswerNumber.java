// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.signals.GenAiEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A number of an answer that may be watched beside its length, by the span of the answer. */
public enum AnswerNumber {
  /** How long it took, seconds. */
  LATENCY {
    @Override
    double of(GenAiEvent span) {
      return span.durationUs() / 1e6;
    }
  },
  /** What it cost, as the span states it, in whatever currency. */
  COST {
    @Override
    double of(GenAiEvent span) {
      return AnswerReading.number(span.attributes().get("gen_ai.usage.cost"));
    }
  },
  /** Tokens read. */
  INPUT_TOKENS {
    @Override
    double of(GenAiEvent span) {
      return AnswerReading.number(span.attributes().get("gen_ai.usage.input_tokens"));
    }
  };

  /** The number, NaN when it is not stated. */
  abstract double of(GenAiEvent span);

  /** Its name as a metric. */
  public String metric() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a metric is one of these. */
  static boolean isMetric(String metric) {
    return Arrays.stream(values()).anyMatch(number -> number.metric().equals(metric));
  }

  /**
   * Those of some names.
   *
   * @throws IllegalArgumentException naming what is none
   */
  public static Set<AnswerNumber> parse(List<String> names) {
    EnumSet<AnswerNumber> numbers = EnumSet.noneOf(AnswerNumber.class);
    for (String name : names) {
      if (!isMetric(name)) {
        List<String> known = Arrays.stream(values()).map(AnswerNumber::metric).toList();
        throw new IllegalArgumentException(
            "'" + name + "' is no number of an answer: expected " + String.join(", ", known));
      }
      numbers.add(valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return numbers;
  }

  /** What a span says of these, by metric. */
  static Map<String, Double> of(GenAiEvent span, Set<AnswerNumber> wanted) {
    Map<String, Double> numbers = new TreeMap<>();
    for (AnswerNumber number : wanted) {
      double value = number.of(span);
      if (!Double.isNaN(value)) {
        numbers.put(number.metric(), value);
      }
    }
    return numbers;
  }
}
