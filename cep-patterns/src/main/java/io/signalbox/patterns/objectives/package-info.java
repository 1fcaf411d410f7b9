// SPDX-License-Identifier: Apache-2.0
/** Objectives of services, read from YAML. */
@NullMarked
package io.signalbox.patterns.objectives;

import org.jspecify.annotations.NullMarked;
