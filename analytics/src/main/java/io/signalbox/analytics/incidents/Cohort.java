// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.Locale;

/**
 * A part of a service's requests.
 *
 * @param attribute what sets it apart, such as {@code version} or {@code zone}
 * @param value the part of it that is meant
 */
record Cohort(String attribute, String value) {
  static Cohort of(Episode episode) {
    String[] parts = episode.subject().split("=", 2);
    return parts.length < 2 ? new Cohort("", parts[0]) : new Cohort(parts[0], parts[1]);
  }

  boolean isVersion() {
    return attribute.toLowerCase(Locale.ROOT).contains("version");
  }
}
