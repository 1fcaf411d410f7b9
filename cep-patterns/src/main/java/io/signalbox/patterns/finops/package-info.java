// SPDX-License-Identifier: Apache-2.0
/** Budgets and policies for workloads, read from YAML. */
@NullMarked
package io.signalbox.patterns.finops;

import org.jspecify.annotations.NullMarked;
