// SPDX-License-Identifier: Apache-2.0
/** What patterns see and what they find: symptoms, pattern events and matches. */
@NullMarked
package io.signalbox.analytics.patterns;

import org.jspecify.annotations.NullMarked;
