// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.DistinctSketch;
import java.util.ArrayList;
import java.util.List;

/** Sketches of what is distinct as part of a block, each entry as what it is more than the last. */
public final class DistinctCodec {
  private DistinctCodec() {}

  /** Writes a sketch. */
  public static void write(FlatWriter out, DistinctSketch sketch) {
    List<Integer> entries = sketch.entries();
    out.count(entries.size());
    int last = 0;
    for (int entry : entries) {
      out.count(entry - last);
      last = entry;
    }
  }

  /** Reads a sketch. */
  public static DistinctSketch read(FlatReader in) {
    int size = in.length();
    List<Integer> entries = new ArrayList<>(size);
    int last = 0;
    for (int i = 0; i < size; i++) {
      last += (int) in.count();
      entries.add(last);
    }
    return DistinctSketch.of(entries);
  }
}
