// SPDX-License-Identifier: Apache-2.0
/** What was said, by whom, and can it be trusted. */
@NullMarked
package io.signalbox.analytics.signals;

import org.jspecify.annotations.NullMarked;
