// SPDX-License-Identifier: Apache-2.0
/** The correlate job. */
@NullMarked
package io.signalbox.jobs.incidents;

import org.jspecify.annotations.NullMarked;
