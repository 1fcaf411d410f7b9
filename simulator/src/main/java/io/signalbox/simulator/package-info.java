// SPDX-License-Identifier: Apache-2.0
/** A seeded world with faults to order. */
@NullMarked
package io.signalbox.simulator;

import org.jspecify.annotations.NullMarked;
