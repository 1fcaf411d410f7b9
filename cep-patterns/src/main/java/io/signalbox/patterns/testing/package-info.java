// SPDX-License-Identifier: Apache-2.0
/** Tests that patterns carry, and what runs them. */
@NullMarked
package io.signalbox.patterns.testing;

import org.jspecify.annotations.NullMarked;
