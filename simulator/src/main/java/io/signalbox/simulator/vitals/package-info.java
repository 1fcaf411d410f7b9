// SPDX-License-Identifier: Apache-2.0
/** Metrics a well-kept system has beside those of its requests, and what they usually read. */
@NullMarked
package io.signalbox.simulator.vitals;

import org.jspecify.annotations.NullMarked;
