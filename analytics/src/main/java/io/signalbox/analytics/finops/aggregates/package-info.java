// SPDX-License-Identifier: Apache-2.0
/** Costs summed by who, what, where and when; nothing is lost between a sum and its parts. */
@NullMarked
package io.signalbox.analytics.finops.aggregates;

import org.jspecify.annotations.NullMarked;
