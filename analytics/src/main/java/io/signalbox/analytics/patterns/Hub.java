// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of the events of a service, or of a place that services share. Mutable. Neighbours
 * are those that were seen within the last hour.
 */
public final class Hub {
  /** Event time after which a neighbour that was not seen again is none, milliseconds. */
  static final long FORGET_MS = 60 * 60_000L;

  /** Members remembered; further ones are counted. */
  static final int MOST_MEMBERS = 20_000;

  private static final long SWEEP_MS = 10 * 60_000L;
  private static final int MOST_PLACES = 64;

  private final String key;
  private final int fanOut;

  /** Services by name. */
  public final TreeMap<String, HubMember> members = new TreeMap<>();

  /** Keys of the places that the service of the hub is at, and when it was last seen there. */
  public final TreeMap<String, Long> places = new TreeMap<>();

  /** When it was last swept, epoch milliseconds. */
  public long sweptMs;

  /** Deliveries so far that the bound of the fan-out cut off. */
  public long cutOff;

  /** Members and places so far for which there was no room. */
  public long refused;

  /**
   * A hub of which nothing is known.
   *
   * @param key of a service or a place
   * @param fanOut neighbours told of one event, at most
   */
  public Hub(String key, int fanOut) {
    this.key = key;
    this.fanOut = fanOut;
  }

  /** Its key. */
  public String key() {
    return key;
  }

  /** True for the hub of a service, false for that of a place. */
  public boolean isOfService() {
    return EventKeys.kindOf(key).equals(EventKeys.SERVICE);
  }

  /** True when everything has been forgotten. */
  public boolean isEmpty() {
    return members.isEmpty() && places.isEmpty();
  }

  /** When {@link #sweep} is next wanted. */
  public long nextWakeMs() {
    return isEmpty() ? Long.MAX_VALUE : sweptMs + SWEEP_MS;
  }

  /** Forgets by a time who and what was not seen within the last hour. */
  public void sweep(long nowMs) {
    if (nowMs - sweptMs >= SWEEP_MS) {
      sweptMs = nowMs;
      members.values().removeIf(member -> member.lastMs() < nowMs - FORGET_MS);
      places.values().removeIf(seenMs -> seenMs < nowMs - FORGET_MS);
    }
  }

  /**
   * Someone was seen.
   *
   * @param name of the service
   * @param role how the hub's service stands to it, or one of the roles of a place
   */
  public void see(String name, Role role, long atMs) {
    HubMember member = member(name, atMs);
    if (member == null) {
      return;
    }
    switch (role) {
      case CALLEE -> member.callsMs = Math.max(member.callsMs, atMs);
      case CALLER -> member.calledMs = Math.max(member.calledMs, atMs);
      default -> member.hereMs = Math.max(member.hereMs, atMs);
    }
  }

  private @Nullable HubMember member(String name, long atMs) {
    HubMember member = members.get(name);
    if (member == null) {
      if (members.size() >= MOST_MEMBERS) {
        refused++;
        return null;
      }
      start(atMs);
      member = new HubMember();
      members.put(name, member);
    }
    return member;
  }

  /** The service of the hub was seen at a place; false when there is no room for it. */
  public boolean seeAt(String place, long atMs) {
    if (!places.containsKey(place) && places.size() >= MOST_PLACES) {
      refused++;
      return false;
    }
    start(atMs);
    places.put(place, atMs);
    return true;
  }

  private void start(long atMs) {
    sweptMs = isEmpty() ? atMs : sweptMs;
  }

  /** Gives an event of the hub's own service once for each kind of key that it has. */
  public void own(PatternEvent event, long atMs, Consumer<PatternEvent> out) {
    PatternEvent here = event;
    for (EventField field : List.of(EventField.NODE, EventField.ZONE)) {
      List<String> known = placesOf(field, atMs);
      if (known.size() == 1 && event.text(field).isEmpty()) {
        here = with(here, field, nameOf(known.get(0)));
      }
    }
    for (String to : EventKeys.of(here)) {
      out.accept(here.withKey(to));
    }
  }

  /**
   * Gives an event to each place that it names, and where it names none of a kind, to all where the
   * service is; what is given there names the place.
   */
  public void atPlaces(PatternEvent event, long atMs, BiConsumer<String, PatternEvent> out) {
    for (String place : EventKeys.places(event)) {
      out.accept(place, event);
    }
    for (EventField field : List.of(EventField.NODE, EventField.ZONE)) {
      if (event.text(field).isEmpty()) {
        for (String place : placesOf(field, atMs)) {
          out.accept(place, with(event, field, nameOf(place)));
        }
      }
    }
  }

  private List<String> placesOf(EventField field, long atMs) {
    List<String> fresh = new ArrayList<>();
    places.forEach(
        (place, seenMs) -> {
          if (seenMs >= atMs - FORGET_MS && EventKeys.kindOf(place).equals(field.label())) {
            fresh.add(place);
          }
        });
    return fresh;
  }

  private static String nameOf(String place) {
    return place.substring(place.indexOf('/') + 1);
  }

  private static PatternEvent with(PatternEvent event, EventField field, String text) {
    Map<EventField, Object> fields = new EnumMap<>(event.fields());
    fields.put(field, text);
    return new PatternEvent(event.key(), event.timeMs(), event.type(), fields);
  }

  /** The calls of a window to a callee: an event of the edge when they rise or are usual again. */
  public @Nullable PatternEvent calls(
      String environment, String caller, String callee, long calls, long atMs) {
    HubMember member = member(callee, atMs);
    if (member == null) {
      return null;
    }
    double usual = member.rate.usual;
    String news = member.rate.add(calls);
    if (news == null) {
      return null;
    }
    return new EventBuilder(atMs, environment, caller)
        .text(EventField.SIGNAL, "edge_rate")
        .text(EventField.SUBJECT, "calls")
        .text(EventField.PEER, callee)
        .text(EventField.DIRECTION, calls < usual ? "down" : "up")
        .number(EventField.VALUE, (double) calls)
        .number(EventField.EXPECTED, usual)
        .number(EventField.RATIO, usual == 0 ? 0 : calls / usual)
        .build("edge." + news);
  }

  /** Tells the neighbours of an event, by name, each in each role in which it is one. */
  public void deliver(PatternEvent event, long atMs, Consumer<PatternEvent> out) {
    String environment = event.text(EventField.ENVIRONMENT);
    int told = 0;
    for (var entry : members.entrySet()) {
      String name = entry.getKey();
      if (name.equals(event.text(EventField.SERVICE))) {
        continue;
      }
      for (Role role : roles(entry.getValue(), atMs)) {
        if (told >= fanOut) {
          cutOff++;
        } else {
          told++;
          out.accept(seenBy(event, environment, name, role));
        }
      }
    }
  }

  private List<Role> roles(HubMember member, long atMs) {
    long since = atMs - FORGET_MS;
    List<Role> roles = new ArrayList<>(2);
    if (member.callsMs >= since && member.callsMs != 0) {
      roles.add(Role.CALLEE);
    }
    if (member.calledMs >= since && member.calledMs != 0) {
      roles.add(Role.CALLER);
    }
    if (member.hereMs >= since && member.hereMs != 0) {
      roles.add(Role.valueOf("SAME_" + EventKeys.kindOf(key).toUpperCase(Locale.ROOT)));
    }
    return roles;
  }

  private static PatternEvent seenBy(
      PatternEvent event, String environment, String observer, Role role) {
    Map<EventField, Object> fields = new EnumMap<>(event.fields());
    fields.put(EventField.OBSERVER, observer);
    fields.put(EventField.ROLE, role.name());
    String to = EventKeys.of(EventKeys.NEIGHBOURHOOD, environment, observer);
    return new PatternEvent(to, event.timeMs(), event.type(), fields);
  }
}
