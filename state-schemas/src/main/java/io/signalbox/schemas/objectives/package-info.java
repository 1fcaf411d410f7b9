// SPDX-License-Identifier: Apache-2.0
/** Bytes of what is counted for objectives. */
@NullMarked
package io.signalbox.schemas.objectives;

import org.jspecify.annotations.NullMarked;
