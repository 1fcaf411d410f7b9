// SPDX-License-Identifier: Apache-2.0
/** How fast the detect job is. */
@NullMarked
package io.signalbox.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
