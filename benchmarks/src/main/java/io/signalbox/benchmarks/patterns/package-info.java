// SPDX-License-Identifier: Apache-2.0
/**
 * How well failure patterns are recognised, and what matching them costs beside flink-cep and
 * others.
 */
@NullMarked
package io.signalbox.benchmarks.patterns;

import org.jspecify.annotations.NullMarked;
