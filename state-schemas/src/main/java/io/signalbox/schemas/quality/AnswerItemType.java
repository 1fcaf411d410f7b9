// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class AnswerItemType extends OwnType<AnswerItem> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public AnswerItemType() {
    super(AnswerItem.class, AnswerItemSerializer.INSTANCE);
  }
}
