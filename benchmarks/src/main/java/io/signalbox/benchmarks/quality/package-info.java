// SPDX-License-Identifier: Apache-2.0
/** How soon, and how rarely in vain, a change of a model is noticed, on labelled streams. */
@NullMarked
package io.signalbox.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
