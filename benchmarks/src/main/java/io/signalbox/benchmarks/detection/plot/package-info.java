// SPDX-License-Identifier: Apache-2.0
/** Pictures of a series and what a detector said about it. */
@NullMarked
package io.signalbox.benchmarks.detection.plot;

import org.jspecify.annotations.NullMarked;
