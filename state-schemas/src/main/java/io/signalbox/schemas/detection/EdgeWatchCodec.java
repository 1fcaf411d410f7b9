// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.EdgeWatch;
import io.signalbox.analytics.detection.EdgeWatchSettings;
import io.signalbox.analytics.detection.KnownPeers.Vote;
import io.signalbox.analytics.detection.WatchedEdge;
import io.signalbox.schemas.signals.EdgeCellCodec;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Map;

/** What is remembered about the edges of one caller. */
public final class EdgeWatchCodec {
  private static final int VERSION = 1;

  private EdgeWatchCodec() {}

  /** The bytes of a watch; the same for watches that would go on alike. */
  public static byte[] write(EdgeWatch watch) {
    FlatWriter out = new FlatWriter(VERSION);
    out.text(watch.environment()).text(watch.caller());
    out.count(watch.late).count(watch.unresolved);
    EdgeCellCodec.write(out, watch.open.cells());
    write(out, watch.peers.addresses);
    write(out, watch.peers.operations);
    out.count(watch.edges.size());
    watch.edges.forEach(
        (callee, edge) -> {
          out.text(callee);
          WatchedEdgeCodec.write(out, edge);
        });
    return out.toBytes();
  }

  /**
   * The watch that was written.
   *
   * @param settings may differ from those it was written under
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static EdgeWatch read(byte[] bytes, EdgeWatchSettings settings) {
    FlatReader in = new FlatReader(bytes, VERSION);
    EdgeWatch watch = new EdgeWatch(in.text(), in.text(), settings);
    watch.late = in.count();
    watch.unresolved = in.count();
    EdgeCellCodec.read(in).forEach(watch.open::add);
    read(in, watch.peers.addresses);
    read(in, watch.peers.operations);
    int edges = in.length();
    for (int i = 0; i < edges; i++) {
      String callee = in.text();
      WatchedEdge edge = WatchedEdgeCodec.read(in);
      watch.edges.put(callee, edge);
    }
    return watch;
  }

  private static void write(FlatWriter out, Map<String, Vote> votes) {
    out.count(votes.size());
    votes.forEach(
        (name, vote) -> {
          out.text(name).text(vote.callee).count(vote.votes).flag(vote.mixed);
          out.signed(vote.seenMs);
        });
  }

  private static void read(FlatReader in, Map<String, Vote> votes) {
    int size = in.length();
    for (int i = 0; i < size; i++) {
      Vote vote = new Vote();
      votes.put(in.text(), vote);
      vote.callee = in.text();
      vote.votes = in.count();
      vote.mixed = in.flag();
      vote.seenMs = in.signed();
    }
  }
}
