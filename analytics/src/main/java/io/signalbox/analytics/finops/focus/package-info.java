// SPDX-License-Identifier: Apache-2.0
/** Interprets the requirements model of FOCUS over the rows of a data set. */
@NullMarked
package io.signalbox.analytics.finops.focus;

import org.jspecify.annotations.NullMarked;
