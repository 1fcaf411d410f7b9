// SPDX-License-Identifier: Apache-2.0
/** What may be spent: when a budget is used up, how fast it burns, and what is left at the end. */
@NullMarked
package io.signalbox.analytics.finops.budgets;

import org.jspecify.annotations.NullMarked;
