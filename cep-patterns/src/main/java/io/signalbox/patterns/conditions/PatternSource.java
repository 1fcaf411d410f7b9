// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import java.io.Serializable;
import java.util.List;

/**
 * Where patterns come from on the machine that runs them. Conditions are no data, so what is sent
 * there is the way to make them.
 */
@FunctionalInterface
public interface PatternSource extends Serializable {
  /** Compiles them; each call gives equal patterns in the same order. */
  List<CompiledPattern> load();
}
