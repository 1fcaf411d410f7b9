// SPDX-License-Identifier: Apache-2.0
/** Patterns as sentences and as graphs. */
@NullMarked
package io.signalbox.patterns.drawing;

import org.jspecify.annotations.NullMarked;
