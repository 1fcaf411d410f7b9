// SPDX-License-Identifier: Apache-2.0
/** What turns out only later: whether answers were right, and what came of decisions. */
@NullMarked
package io.signalbox.simulator.hindsight;

import org.jspecify.annotations.NullMarked;
