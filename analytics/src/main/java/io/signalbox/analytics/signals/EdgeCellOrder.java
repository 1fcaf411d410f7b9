// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.Arrays;
import java.util.Comparator;

/** The order in which edge cells are emitted and folded: by cut, then by what they count. */
public final class EdgeCellOrder {
  /** Zero only for cells that say the same. */
  public static final Comparator<EdgeCell> BY_CUT_THEN_CONTENT = EdgeCellOrder::compare;

  private EdgeCellOrder() {}

  private static int compare(EdgeCell a, EdgeCell b) {
    int order = EdgeCut.of(a).compareTo(EdgeCut.of(b));
    order = order != 0 ? order : Long.compare(a.calls(), b.calls());
    order = order != 0 ? order : Long.compare(a.errors(), b.errors());
    order = order != 0 ? order : Arrays.compare(a.durationBins(), b.durationBins());
    order = order != 0 ? order : Arrays.compare(a.durationCounts(), b.durationCounts());
    order = order != 0 ? order : Arrays.compare(a.wireBins(), b.wireBins());
    return order != 0 ? order : Arrays.compare(a.wireCounts(), b.wireCounts());
  }
}
