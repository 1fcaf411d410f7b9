// SPDX-License-Identifier: Apache-2.0
/** The bytes of what correlation remembers. */
@NullMarked
package io.signalbox.schemas.incidents;

import org.jspecify.annotations.NullMarked;
