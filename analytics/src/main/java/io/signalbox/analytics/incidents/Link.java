// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A reason why the trouble of one node may come from another.
 *
 * @param victim the node whose trouble it would account for; the caller, where calls suffer
 * @param cause the node it would come from
 * @param kind what shows it
 * @param onsetMs since when, epoch milliseconds
 * @param episode the episode of the edge, if one shows it
 */
record Link(String victim, String cause, LinkKind kind, long onsetMs, @Nullable Episode episode) {
  static final Comparator<Link> ORDER =
      Comparator.comparing(Link::victim)
          .thenComparing(Link::cause)
          .thenComparing(Link::kind)
          .thenComparing(Link::onsetMs)
          .thenComparing(link -> link.episode() == null ? "" : link.episode().id());
}
