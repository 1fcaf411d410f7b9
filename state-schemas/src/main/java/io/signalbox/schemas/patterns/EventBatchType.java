// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.schemas.signals.OwnType;

/** Tells Flink that batches of events have a serializer of their own. */
public final class EventBatchType extends OwnType<EventBatch> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public EventBatchType() {
    super(EventBatch.class, EventBatchSerializer.INSTANCE);
  }
}
