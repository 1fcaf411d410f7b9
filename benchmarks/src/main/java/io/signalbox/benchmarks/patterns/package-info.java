// SPDX-License-Identifier: Apache-2.0
/** The matcher of failure patterns beside flink-cep and others: the same matches, at which cost. */
@NullMarked
package io.signalbox.benchmarks.patterns;

import org.jspecify.annotations.NullMarked;
