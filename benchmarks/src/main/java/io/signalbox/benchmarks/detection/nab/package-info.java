// SPDX-License-Identifier: Apache-2.0
/** The score of the Numenta Anomaly Benchmark. */
@NullMarked
package io.signalbox.benchmarks.detection.nab;

import org.jspecify.annotations.NullMarked;
