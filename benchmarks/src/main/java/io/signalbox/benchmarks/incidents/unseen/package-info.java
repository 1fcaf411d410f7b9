// SPDX-License-Identifier: Apache-2.0
/** Systems left to chance, faults in them, and how well the jobs told of these. */
@NullMarked
package io.signalbox.benchmarks.incidents.unseen;

import org.jspecify.annotations.NullMarked;
