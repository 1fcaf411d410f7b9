// SPDX-License-Identifier: Apache-2.0
/** Whether a series or a service is not as usual. */
@NullMarked
package io.signalbox.analytics.detection;

import org.jspecify.annotations.NullMarked;
