// SPDX-License-Identifier: Apache-2.0
/** Where a simulated world puts what it says: files or Kafka topics. */
@NullMarked
package io.signalbox.simulator.output;

import org.jspecify.annotations.NullMarked;
