// SPDX-License-Identifier: Apache-2.0
/** The live catalogue: which rules hold, from when, and why others do not. */
@NullMarked
package io.signalbox.patterns.catalogue;

import org.jspecify.annotations.NullMarked;
