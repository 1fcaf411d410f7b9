// SPDX-License-Identifier: Apache-2.0
/** How well failure patterns are recognised: simulated stories, and quiet worlds beside them. */
@NullMarked
package io.signalbox.benchmarks.patterns;

import org.jspecify.annotations.NullMarked;
