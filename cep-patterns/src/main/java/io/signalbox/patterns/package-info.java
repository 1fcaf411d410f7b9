// SPDX-License-Identifier: Apache-2.0
/** Failure patterns as data, and the engines that match them. */
@NullMarked
package io.signalbox.patterns;

import org.jspecify.annotations.NullMarked;
