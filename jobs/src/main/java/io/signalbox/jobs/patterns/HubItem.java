// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.EventKeys;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.Role;
import io.signalbox.schemas.patterns.PatternEventCodec;

/**
 * What a hub is told: who is near it, or what has happened.
 *
 * @param hub key of a service, host, zone or provider
 * @param foundMs event time at which it was found, epoch milliseconds
 * @param kind which of the rest is meant
 * @param environment deployment environment
 * @param service who it is about
 * @param other callee or key of a place, else empty
 * @param role how the hub's service stands to {@code service}: the name of a {@link Role}, or empty
 * @param calls calls of a window, else 0
 * @param event bytes of an event by {@link PatternEventCodec}, else none
 */
public record HubItem(
    String hub,
    long foundMs,
    Kind kind,
    String environment,
    String service,
    String other,
    String role,
    long calls,
    byte[] event) {
  private static final byte[] NOTHING = {};

  /** What is told, in the order in which it is heeded within a second. */
  public enum Kind {
    /** A service is a neighbour. */
    NEIGHBOUR,
    /** The service of the hub is at a place. */
    PLACE,
    /** The service of the hub has called. */
    CALLS,
    /** Something has happened. */
    EVENT
  }

  static HubItem neighbour(
      String hub, long foundMs, String environment, String service, Role role) {
    return new HubItem(
        hub, foundMs, Kind.NEIGHBOUR, environment, service, "", role.name(), 0, NOTHING);
  }

  static HubItem place(long foundMs, String environment, String service, String place) {
    String hub = EventKeys.of(EventKeys.SERVICE, environment, service);
    return new HubItem(hub, foundMs, Kind.PLACE, environment, service, place, "", 0, NOTHING);
  }

  static HubItem calls(long foundMs, String environment, String caller, String callee, long calls) {
    String hub = EventKeys.of(EventKeys.SERVICE, environment, caller);
    return new HubItem(hub, foundMs, Kind.CALLS, environment, caller, callee, "", calls, NOTHING);
  }

  static HubItem event(
      String hub, long foundMs, String environment, String service, PatternEvent event) {
    byte[] bytes = PatternEventCodec.encode(event);
    return new HubItem(hub, foundMs, Kind.EVENT, environment, service, "", "", 0, bytes);
  }
}
