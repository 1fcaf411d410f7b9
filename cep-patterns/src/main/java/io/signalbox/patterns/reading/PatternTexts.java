// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.conditions.PatternSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Patterns on their way to where they run: as the text they were written in, read and compiled
 * there.
 *
 * @param texts YAML of each pattern, all of which can be read
 */
public record PatternTexts(List<String> texts) implements PatternSource {
  private static final long serialVersionUID = 1;

  /** Keeps an unmodifiable copy. */
  public PatternTexts {
    texts = List.copyOf(texts);
  }

  /**
   * Compiles them.
   *
   * @throws IllegalArgumentException with what is wrong, when one cannot be read
   */
  @Override
  public List<CompiledPattern> load() {
    return texts.stream().map(text -> compile("pattern", text)).toList();
  }

  /**
   * Reads and compiles one.
   *
   * @param name what to call it
   * @throws IllegalArgumentException with what is wrong, when it cannot be read
   */
  public static CompiledPattern compile(String name, String text) {
    Reading reading = PatternReader.read(name, text);
    PatternDocument document =
        reading
            .document()
            .orElseThrow(() -> new IllegalArgumentException(words(reading.problems())));
    return Conditions.compile(document.pattern());
  }

  private static String words(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }
}
