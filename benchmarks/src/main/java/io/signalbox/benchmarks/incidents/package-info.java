// SPDX-License-Identifier: Apache-2.0
/** Labelled faults, told to the jobs as telemetry, and how well the jobs named their causes. */
@NullMarked
package io.signalbox.benchmarks.incidents;

import org.jspecify.annotations.NullMarked;
