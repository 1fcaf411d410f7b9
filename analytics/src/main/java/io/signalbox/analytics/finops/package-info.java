// SPDX-License-Identifier: Apache-2.0
/** What every token and second cost: usages, prices over two times, charges and their sums. */
@NullMarked
package io.signalbox.analytics.finops;

import org.jspecify.annotations.NullMarked;
