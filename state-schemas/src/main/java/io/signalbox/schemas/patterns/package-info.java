// SPDX-License-Identifier: Apache-2.0
/** The bytes of pattern events. */
@NullMarked
package io.signalbox.schemas.patterns;

import org.jspecify.annotations.NullMarked;
