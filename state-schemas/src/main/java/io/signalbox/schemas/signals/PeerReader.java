// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.HostName;

/**
 * Tells what a caller calls the other side of a call. The caller's own word for it comes first; a
 * queue or topic is the node between sender and receiver, whichever broker holds it; a host name
 * tells two databases of one system apart, so it goes before the system; an IP address changes with
 * every restart, so everything else goes before it.
 */
public final class PeerReader {
  private static final AttributeKey[] NAMES = {
    Convention.PEER_SERVICE,
    Convention.SERVICE_PEER,
    Convention.DESTINATION,
    Convention.OLD_DESTINATION
  };
  private static final AttributeKey[] ADDRESSES = {
    Convention.SERVER_ADDRESS, Convention.NET_PEER_NAME, Convention.PEER_HOSTNAME
  };
  private static final AttributeKey[] SYSTEMS = {
    Convention.RPC_SERVICE,
    Convention.DB_SYSTEM,
    Convention.OLD_DB_SYSTEM,
    Convention.GEN_AI_PROVIDER,
    Convention.GEN_AI_SYSTEM
  };

  private final AttributeStrings strings = new AttributeStrings();

  /** The peer of a span, empty when nothing tells it. */
  public String peerOf(SpanView span) {
    AttributesView attributes = span.attributes();
    String name = strings.first(attributes, NAMES);
    if (!name.isEmpty()) {
      return name;
    }
    String host = strings.first(attributes, ADDRESSES);
    if (host.isEmpty()) {
      host = HostName.ofUrl(strings.first(attributes, Convention.URL, Convention.OLD_URL));
    }
    if (!host.isEmpty() && !HostName.isIp(host)) {
      return host;
    }
    String system = strings.first(attributes, SYSTEMS);
    if (!system.isEmpty()) {
      return system;
    }
    return host.isEmpty()
        ? strings.first(attributes, Convention.NETWORK_PEER, Convention.NET_PEER_IP)
        : host;
  }
}
