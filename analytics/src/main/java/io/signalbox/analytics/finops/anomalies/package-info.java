// SPDX-License-Identifier: Apache-2.0
/** When costs are not as usual, and what drove them: price, volume, mix, caches or lengths. */
@NullMarked
package io.signalbox.analytics.finops.anomalies;

import org.jspecify.annotations.NullMarked;
