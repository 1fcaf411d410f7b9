// SPDX-License-Identifier: Apache-2.0
/** Failure patterns as data: what can be said, read from YAML and checked. */
@NullMarked
package io.signalbox.patterns.language;

import org.jspecify.annotations.NullMarked;
