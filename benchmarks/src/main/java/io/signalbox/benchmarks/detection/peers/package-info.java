// SPDX-License-Identifier: Apache-2.0
/** Detectors of others, to compare with. */
@NullMarked
package io.signalbox.benchmarks.detection.peers;

import org.jspecify.annotations.NullMarked;
