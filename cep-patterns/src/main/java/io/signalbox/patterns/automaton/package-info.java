// SPDX-License-Identifier: Apache-2.0
/**
 * A matcher of failure patterns whose state is bounded and whose cost does not grow with what is
 * open. It means the same as flink-cep (docs/decisions/0009-two-engines.md).
 */
@NullMarked
package io.signalbox.patterns.automaton;

import org.jspecify.annotations.NullMarked;
