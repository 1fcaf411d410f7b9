// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.detection.Episode;

/** Where goes what is found out about answers. */
public interface QualityOutput {
  /** How good the answers of a window were. */
  void rate(QualityRate rate);

  /** How the numbers of a window were spread. */
  void shape(QualityShape shape);

  /** That answers are no longer as they were, or are again. */
  void episode(Episode episode);
}
