// SPDX-License-Identifier: Apache-2.0
/** Failure patterns as data: the room is empty until the first pattern moves in. */
@NullMarked
package io.signalbox.patterns;

import org.jspecify.annotations.NullMarked;
