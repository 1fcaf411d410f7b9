// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What one pattern remembers of a key, a part of a shard under its version: when the last match was
 * told, what was taken, by which start, and who stands where, in order.
 */
final class MatchesCodec {
  private record Standing(int state, int start, int link) {}

  private final List<Link> links = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();
  private final List<Standing> standing = new ArrayList<>();
  private final List<Standing> complete = new ArrayList<>();
  private boolean cools;
  private long toldMs;

  private MatchesCodec() {}

  static void write(LinkTable table, EventTable events, FlatWriter out) {
    Matches matches = table.matches;
    FailurePattern pattern = matches.matcher().pattern();
    out.text(pattern.id()).count(pattern.version()).fixed(matches.matcher().fingerprint());
    Long toldMs = matches.toldMs();
    out.flag(toldMs != null).signed(toldMs == null ? 0 : toldMs);
    out.count(table.links.size());
    for (Link link : table.links) {
      out.count(events.numberOf(link.seen())).count(link.stage());
      out.count(table.numberOf(link.before()) + 1L);
    }
    IdentityHashMap<Start, Integer> starts = writeStarts(table, events, out);
    for (State state : matches.matcher().states()) {
      writeGroup(table, state, starts, out);
    }
    out.count(0);
  }

  private static IdentityHashMap<Start, Integer> writeStarts(
      LinkTable table, EventTable events, FlatWriter out) {
    IdentityHashMap<Start, Integer> numbers = new IdentityHashMap<>();
    Start first = table.matches.open.firstStart;
    for (Start start = first; start != null; start = start.next) {
      numbers.put(start, numbers.size());
    }
    out.count(numbers.size());
    for (Start start = first; start != null; start = start.next) {
      out.count(events.numberOf(start.seen)).count(start.complete.size());
      start.complete.forEach(link -> out.count(table.numberOf(link)));
    }
    return numbers;
  }

  private static void writeGroup(
      LinkTable table, State state, IdentityHashMap<Start, Integer> starts, FlatWriter out) {
    Partial first = table.matches.open.firstIn(state.index);
    for (Partial partial = first; partial != null; partial = partial.nextInGroup) {
      out.count(state.index + 1L);
      out.count(starts.getOrDefault(partial.start, 0)).count(table.numberOf(partial.latest));
    }
  }

  static MatchesCodec read(FlatReader in, List<Seen> events) {
    MatchesCodec codec = new MatchesCodec();
    codec.cools = in.flag();
    codec.toldMs = in.signed();
    for (long left = in.count(); left > 0; left--) {
      Seen seen = events.get((int) in.count());
      int stage = (int) in.count();
      int before = (int) in.count() - 1;
      codec.links.add(new Link(seen, stage, before < 0 ? null : codec.links.get(before)));
    }
    for (long left = in.count(); left > 0; left--) {
      int start = codec.starts.size();
      codec.starts.add(new Start(events.get((int) in.count())));
      for (long links = in.count(); links > 0; links--) {
        codec.complete.add(new Standing(-1, start, (int) in.count()));
      }
    }
    for (int state = (int) in.count(); state > 0; state = (int) in.count()) {
      codec.standing.add(new Standing(state - 1, (int) in.count(), (int) in.count()));
    }
    return codec;
  }

  int size() {
    return standing.size() + complete.size();
  }

  void fill(Matches matches) {
    starts.forEach(matches.open::append);
    for (Standing at : complete) {
      matches.open.hold(starts.get(at.start), links.get(at.link));
    }
    List<State> states = matches.matcher().states();
    for (Standing at : standing) {
      Partial partial =
          new Partial(states.get(at.state), links.get(at.link), starts.get(at.start));
      matches.open.add(partial);
    }
    starts.forEach(matches.open::forgetIfOver);
    if (cools) {
      matches.restoreTold(toldMs);
    }
  }
}
