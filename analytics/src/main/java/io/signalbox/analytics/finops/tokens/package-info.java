// SPDX-License-Identifier: Apache-2.0
/** Usages by metrics of tokens: what counters and histograms say that calls of models have used. */
@NullMarked
package io.signalbox.analytics.finops.tokens;

import org.jspecify.annotations.NullMarked;
