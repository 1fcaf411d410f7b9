// SPDX-License-Identifier: Apache-2.0
/** The commands of ./signalbox. */
@NullMarked
package io.signalbox.launcher;

import org.jspecify.annotations.NullMarked;
