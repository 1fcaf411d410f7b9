// SPDX-License-Identifier: Apache-2.0
/** Runbooks, the registered actions they name, and the taxonomy of incidents, read from YAML. */
@NullMarked
package io.signalbox.patterns.advice;

import org.jspecify.annotations.NullMarked;
