// SPDX-License-Identifier: Apache-2.0
/** Usages, price lists, charges and sums as they are read and written. */
@NullMarked
package io.signalbox.schemas.finops;

import org.jspecify.annotations.NullMarked;
