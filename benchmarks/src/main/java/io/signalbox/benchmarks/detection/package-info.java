// SPDX-License-Identifier: Apache-2.0
/** How fast the detect job is, where its time goes, and what others take for less. */
@NullMarked
package io.signalbox.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
