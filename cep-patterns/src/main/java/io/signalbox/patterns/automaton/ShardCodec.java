// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes of a shard: version, epoch of the patterns, number of keys, and of each key, in their order, its name, the place of
 * its next event, the events that are still needed, and what each pattern remembers under its id,
 * version and fingerprint. Version 1.
 *
 * <p>It stands beside the automaton because it writes and reads what only the automaton knows.
 */
public final class ShardCodec {
  /** The version that is written. */
  public static final int VERSION = 1;

  private ShardCodec() {}

  /** Writes a shard. */
  public static byte[] write(ShardMatches shard) {
    FlatWriter out = new FlatWriter(VERSION);
    Map<String, KeyMatches> keys = shard.sorted();
    out.signed(shard.epochMs()).count(keys.size());
    keys.forEach(
        (name, key) -> {
          out.text(name).count(key.next);
          List<LinkTable> tables = new ArrayList<>();
          EventTable events = new EventTable();
          for (Matches matches : key.open()) {
            tables.add(LinkTable.of(matches, events));
          }
          events.write(out);
          out.count(tables.size());
          tables.forEach(table -> MatchesCodec.write(table, events, out));
        });
    return out.toBytes();
  }

  /**
   * Reads a shard. What patterns remembered that are not the same any more is dropped and counted.
   *
   * @param lists the patterns by epoch
   */
  public static ShardMatches read(byte[] bytes, PatternLists lists) {
    FlatReader in = new FlatReader(bytes, VERSION);
    ShardMatches shard = new ShardMatches(lists, in.signed());
    Matchers matchers = shard.matchers();
    for (long left = in.count(); left > 0; left--) {
      String name = in.text();
      KeyMatches key = new KeyMatches(matchers);
      key.next = in.count();
      List<Seen> events = EventTable.read(in, name);
      for (long patterns = in.count(); patterns > 0; patterns--) {
        Optional<Integer> index = matchers.indexOf(in.text(), (int) in.count(), in.fixed());
        MatchesCodec reader = MatchesCodec.read(in, events);
        if (index.isPresent()) {
          reader.fill(key.restore(index.get()));
        } else {
          shard.tally().dropped += reader.size();
        }
      }
      shard.restore(name, key);
    }
    return shard;
  }
}
