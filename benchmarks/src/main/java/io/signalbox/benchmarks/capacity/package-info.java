// SPDX-License-Identifier: Apache-2.0
/** From measured figures to what an installation of another size will need. */
@NullMarked
package io.signalbox.benchmarks.capacity;

import org.jspecify.annotations.NullMarked;
