// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class QualityItemType extends OwnType<QualityItem> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public QualityItemType() {
    super(QualityItem.class, QualityItemSerializer.INSTANCE);
  }
}
