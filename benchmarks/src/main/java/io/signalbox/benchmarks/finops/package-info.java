// SPDX-License-Identifier: Apache-2.0
/** Runs the arithmetic of costs over files. */
@NullMarked
package io.signalbox.benchmarks.finops;

import org.jspecify.annotations.NullMarked;
