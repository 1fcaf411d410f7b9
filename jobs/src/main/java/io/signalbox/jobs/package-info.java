// SPDX-License-Identifier: Apache-2.0
/** The jobs as a whole: mains, and what their graphs look like. */
@NullMarked
package io.signalbox.jobs;

import org.jspecify.annotations.NullMarked;
