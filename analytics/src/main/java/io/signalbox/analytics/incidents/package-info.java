// SPDX-License-Identifier: Apache-2.0
/** Which alarms are one event, what caused it, what now. */
@NullMarked
package io.signalbox.analytics.incidents;

import org.jspecify.annotations.NullMarked;
