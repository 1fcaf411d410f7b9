// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class PostingType extends OwnType<Posting> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public PostingType() {
    super(Posting.class, PostingSerializer.INSTANCE);
  }
}
