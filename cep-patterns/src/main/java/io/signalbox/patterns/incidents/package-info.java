// SPDX-License-Identifier: Apache-2.0
/** What people say about incidents, read from YAML. */
@NullMarked
package io.signalbox.patterns.incidents;

import org.jspecify.annotations.NullMarked;
