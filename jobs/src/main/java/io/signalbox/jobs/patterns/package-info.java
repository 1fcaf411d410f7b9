// SPDX-License-Identifier: Apache-2.0
/** Failure patterns: what they see, and who is told of it. */
@NullMarked
package io.signalbox.jobs.patterns;

import org.jspecify.annotations.NullMarked;
