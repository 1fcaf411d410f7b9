// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the partial matches of a pattern have taken, numbered so that what came before is before. */
final class LinkTable {
  final Matches matches;
  final List<Link> links = new ArrayList<>();
  private final IdentityHashMap<Link, Integer> numbers = new IdentityHashMap<>();

  private LinkTable(Matches matches) {
    this.matches = matches;
  }

  static LinkTable of(Matches matches, EventTable events) {
    LinkTable table = new LinkTable(matches);
    for (State state : matches.matcher().states()) {
      for (Partial partial = matches.open.firstIn(state.index);
          partial != null;
          partial = partial.nextInGroup) {
        table.add(partial.latest);
      }
    }
    for (Start start = matches.open.firstStart; start != null; start = start.next) {
      start.complete.sort(Link::compare);
      start.complete.forEach(table::add);
      events.add(start.seen);
    }
    table.links.forEach(link -> events.add(link.seen()));
    return table;
  }

  private void add(@Nullable Link latest) {
    List<Link> missing = new ArrayList<>();
    for (Link link = latest; link != null && !numbers.containsKey(link); link = link.before()) {
      missing.add(link);
    }
    for (int i = missing.size() - 1; i >= 0; i--) {
      numbers.put(missing.get(i), links.size());
      links.add(missing.get(i));
    }
  }

  /** Number of a link, -1 for none. */
  int numberOf(@Nullable Link link) {
    return link == null ? -1 : numbers.getOrDefault(link, -1);
  }
}
