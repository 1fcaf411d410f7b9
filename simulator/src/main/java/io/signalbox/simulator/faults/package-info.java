// SPDX-License-Identifier: Apache-2.0
/** What can be ordered to go wrong, and the truth about it. */
@NullMarked
package io.signalbox.simulator.faults;

import org.jspecify.annotations.NullMarked;
