// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import java.util.Locale;

/** What can change a cost. */
public enum Driver {
  /** More or fewer calls. */
  VOLUME,
  /** Other models for the same calls. */
  MIX,
  /** Other prices of the same meters. */
  PRICE,
  /** Another share of the input that a cache held, or wrote. */
  CACHE,
  /** More or fewer tokens read a call. */
  INPUT_LENGTH,
  /** More or fewer tokens written a call, or others of them. */
  OUTPUT_LENGTH,
  /** Whatever is neither tokens nor a call: searches, images, pages, machines, reported costs. */
  OTHER;

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is among some that are given as bits. */
  boolean in(int some) {
    return (some & bit()) != 0;
  }

  int bit() {
    return 1 << ordinal();
  }
}
