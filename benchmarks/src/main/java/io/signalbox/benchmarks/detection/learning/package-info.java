// SPDX-License-Identifier: Apache-2.0
/** Learns the weights of the detector from labelled series, the same from the same data. */
@NullMarked
package io.signalbox.benchmarks.detection.learning;

import org.jspecify.annotations.NullMarked;
