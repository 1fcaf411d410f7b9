// SPDX-License-Identifier: Apache-2.0
/** Detectors put to files of series, point by point. */
@NullMarked
package io.signalbox.benchmarks.detection.scoring;

import org.jspecify.annotations.NullMarked;
