// SPDX-License-Identifier: Apache-2.0
/** Whether a workload is better served by somebody else's models or by machines of one's own. */
@NullMarked
package io.signalbox.analytics.finops.sovereignty;

import org.jspecify.annotations.NullMarked;
