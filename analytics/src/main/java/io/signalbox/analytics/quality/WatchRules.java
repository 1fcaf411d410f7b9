// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Set;

/** How much evidence each segment of a service needs, and how many are watched. */
final class WatchRules {
  private final QualitySettings settings;
  private final FamilyRule family;

  WatchRules(QualitySettings settings, Discoveries discoveries) {
    this.settings = settings;
    this.family = new FamilyRule(discoveries, settings.family(), settings.falseShare());
  }

  /** The rule of a segment. Numbers of one embedding, and features, are wrong as often as one. */
  EvidenceRule of(Segment segment) {
    EvidenceRule rule = segment.isWhole() ? settings.drift() : family;
    if (Embedding.isNumber(segment.metric())) {
      return new SharedRule(rule, Embedding.NUMBERS);
    }
    return isFeature(segment) ? new SharedRule(rule, settings.mostFeatures()) : rule;
  }

  /** Whether there is room for one more beside those that are watched. */
  boolean hasRoom(Segment segment, Set<Segment> watched) {
    return watched.size() < settings.mostSegments()
        && (!isFeature(segment)
            || watched.stream()
                    .filter(other -> other.model().equals(segment.model()) && isFeature(other))
                    .count()
                < settings.mostFeatures());
  }

  private static boolean isFeature(Segment segment) {
    return PredictionReading.isFeature(segment.metric());
  }
}
