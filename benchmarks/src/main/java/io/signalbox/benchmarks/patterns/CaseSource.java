// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.PatternSource;
import java.util.List;

/**
 * One pattern in letters.
 *
 * @param text in the notation of {@link PatternText}
 */
record CaseSource(String text) implements PatternSource {
  private static final long serialVersionUID = 1;

  @Override
  public List<CompiledPattern> load() {
    return List.of(PatternText.read(text));
  }
}
