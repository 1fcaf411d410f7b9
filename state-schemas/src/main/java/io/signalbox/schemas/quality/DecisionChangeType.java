// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class DecisionChangeType extends OwnType<DecisionChange> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public DecisionChangeType() {
    super(DecisionChange.class, DecisionChangeSerializer.INSTANCE);
  }
}
