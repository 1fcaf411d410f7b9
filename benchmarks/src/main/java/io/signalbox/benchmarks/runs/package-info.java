// SPDX-License-Identifier: Apache-2.0
/** Jobs and processes that are measured, and the meters. */
@NullMarked
package io.signalbox.benchmarks.runs;

import org.jspecify.annotations.NullMarked;
