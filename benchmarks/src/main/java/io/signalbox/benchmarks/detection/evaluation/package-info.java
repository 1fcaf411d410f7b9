// SPDX-License-Identifier: Apache-2.0
/** Runs detectors over labelled series and lays the figures out. */
@NullMarked
package io.signalbox.benchmarks.detection.evaluation;

import org.jspecify.annotations.NullMarked;
