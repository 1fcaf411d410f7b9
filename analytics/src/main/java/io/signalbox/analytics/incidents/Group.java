// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Episodes that are one event.
 *
 * @param roots nodes whose trouble nothing accounts for, sorted
 * @param nodes roots and those whose trouble is put down to them, sorted
 * @param reached all who may suffer from the roots, also those counted elsewhere; sorted
 * @param episodes what belongs to it, by id
 * @param onsetMs onset of the first root, epoch milliseconds
 */
record Group(
    SortedSet<String> roots,
    SortedSet<String> nodes,
    SortedSet<String> reached,
    List<Episode> episodes,
    long onsetMs) {
  /** Ids of its episodes, sorted. */
  SortedSet<String> episodeIds() {
    TreeSet<String> ids = new TreeSet<>();
    episodes.forEach(episode -> ids.add(episode.id()));
    return ids;
  }

  /** All nodes that have to do with it, sorted. */
  SortedSet<String> involved() {
    TreeSet<String> all = new TreeSet<>(nodes);
    all.addAll(reached);
    return all;
  }
}
