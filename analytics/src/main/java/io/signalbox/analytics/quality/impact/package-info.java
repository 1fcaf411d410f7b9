// SPDX-License-Identifier: Apache-2.0
/** What came of the decisions of agents and models, and was it worth it? */
@NullMarked
package io.signalbox.analytics.quality.impact;

import org.jspecify.annotations.NullMarked;
