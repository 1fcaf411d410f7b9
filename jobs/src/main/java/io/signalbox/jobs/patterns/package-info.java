// SPDX-License-Identifier: Apache-2.0
/** Failure patterns on Flink. */
@NullMarked
package io.signalbox.jobs.patterns;

import org.jspecify.annotations.NullMarked;
