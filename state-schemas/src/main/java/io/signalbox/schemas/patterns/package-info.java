// SPDX-License-Identifier: Apache-2.0
/** Bytes of what the watch over symptoms and the delivery to neighbours remember, and of events. */
@NullMarked
package io.signalbox.schemas.patterns;

import org.jspecify.annotations.NullMarked;
