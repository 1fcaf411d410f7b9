// SPDX-License-Identifier: Apache-2.0
/** What came of what was spent: outcomes of the business, each counted once. */
@NullMarked
package io.signalbox.analytics.finops.outcomes;

import org.jspecify.annotations.NullMarked;
