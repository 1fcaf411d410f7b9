// SPDX-License-Identifier: Apache-2.0
/** Do the models still answer well, did they change? */
@NullMarked
package io.signalbox.jobs.quality;

import org.jspecify.annotations.NullMarked;
