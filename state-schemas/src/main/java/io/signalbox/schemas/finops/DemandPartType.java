// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class DemandPartType extends OwnType<DemandPart> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public DemandPartType() {
    super(DemandPart.class, DemandPartSerializer.INSTANCE);
  }
}
