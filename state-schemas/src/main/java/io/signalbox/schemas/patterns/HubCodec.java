// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.CallRate;
import io.signalbox.analytics.patterns.Hub;
import io.signalbox.analytics.patterns.HubMember;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Who is told of events, as flat bytes. */
public final class HubCodec {
  private static final int VERSION = 1;

  private HubCodec() {}

  /** The bytes of a hub. */
  public static byte[] write(Hub hub) {
    FlatWriter out = new FlatWriter(VERSION).signed(hub.sweptMs);
    out.count(hub.cutOff).count(hub.refused).count(hub.members.size());
    hub.members.forEach(
        (name, member) -> {
          out.text(name).signed(member.callsMs).signed(member.calledMs).signed(member.hereMs);
          CallRate rate = member.rate;
          out.real(rate.usual).count(rate.windows).count(rate.raised).count(rate.calm);
        });
    out.count(hub.places.size());
    hub.places.forEach((place, seenMs) -> out.text(place).signed(seenMs));
    return out.toBytes();
  }

  /**
   * Fills a hub of which nothing is known.
   *
   * @throws IllegalArgumentException for bytes of another version
   */
  public static void read(byte[] bytes, Hub hub) {
    FlatReader in = new FlatReader(bytes, VERSION);
    hub.sweptMs = in.signed();
    hub.cutOff = in.count();
    hub.refused = in.count();
    int members = in.length();
    for (int i = 0; i < members; i++) {
      hub.members.put(in.text(), member(in));
    }
    int places = in.length();
    for (int i = 0; i < places; i++) {
      hub.places.put(in.text(), in.signed());
    }
  }

  private static HubMember member(FlatReader in) {
    HubMember member = new HubMember();
    member.callsMs = in.signed();
    member.calledMs = in.signed();
    member.hereMs = in.signed();
    member.rate.usual = in.real();
    member.rate.windows = (int) in.count();
    member.rate.raised = (int) in.count();
    member.rate.calm = (int) in.count();
    return member;
  }
}
