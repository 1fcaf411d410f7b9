// SPDX-License-Identifier: Apache-2.0
/** What services have promised, counted from their requests, and how much of it is used up. */
@NullMarked
package io.signalbox.analytics.objectives;

import org.jspecify.annotations.NullMarked;
