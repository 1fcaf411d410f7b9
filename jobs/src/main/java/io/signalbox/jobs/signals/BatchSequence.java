// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import java.io.Serializable;
import java.util.Iterator;

/** Batches in an order that is the same each time it is opened, with PROGRESS among them. */
@FunctionalInterface
public interface BatchSequence extends Serializable {
  /** Starts from the beginning. */
  Iterator<SignalBatch> open();
}
