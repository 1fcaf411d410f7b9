// SPDX-License-Identifier: Apache-2.0
/** Reads patterns from YAML and says what is wrong, with file, line and column. */
@NullMarked
package io.signalbox.patterns.reading;

import org.jspecify.annotations.NullMarked;
