// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class DecisionItemType extends OwnType<DecisionItem> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public DecisionItemType() {
    super(DecisionItem.class, DecisionItemSerializer.INSTANCE);
  }
}
