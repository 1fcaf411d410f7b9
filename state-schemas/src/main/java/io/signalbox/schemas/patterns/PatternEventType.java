// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.signals.OwnType;

/** Tells Flink that pattern events have a serializer of their own; named where streams are made. */
public final class PatternEventType extends OwnType<PatternEvent> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public PatternEventType() {
    super(PatternEvent.class, PatternEventSerializer.INSTANCE);
  }
}
