// SPDX-License-Identifier: Apache-2.0
/** Figures and how they were got. */
@NullMarked
package io.signalbox.benchmarks;

import org.jspecify.annotations.NullMarked;
