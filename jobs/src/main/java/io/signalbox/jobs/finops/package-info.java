// SPDX-License-Identifier: Apache-2.0
/** The finops job: from usages and prices to charges and what they sum to. */
@NullMarked
package io.signalbox.jobs.finops;

import org.jspecify.annotations.NullMarked;
