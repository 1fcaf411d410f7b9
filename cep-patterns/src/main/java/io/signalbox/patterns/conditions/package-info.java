// SPDX-License-Identifier: Apache-2.0
/** Conditions on events: CEL, checked when it is loaded. */
@NullMarked
package io.signalbox.patterns.conditions;

import org.jspecify.annotations.NullMarked;
