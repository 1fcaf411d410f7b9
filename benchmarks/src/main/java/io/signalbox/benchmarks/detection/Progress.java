// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import java.util.concurrent.atomic.LongAdder;

/** How many points the sources of this process have sent; back pressure keeps the rest close. */
final class Progress {
  static final LongAdder POINTS = new LongAdder();

  private Progress() {}
}
