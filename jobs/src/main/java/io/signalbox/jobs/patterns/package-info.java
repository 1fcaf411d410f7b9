// SPDX-License-Identifier: Apache-2.0
/** Runs failure patterns: their live catalogue, the events they see, and the matches. */
@NullMarked
package io.signalbox.jobs.patterns;

import org.jspecify.annotations.NullMarked;
