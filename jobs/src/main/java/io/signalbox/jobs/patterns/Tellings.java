// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.patterns.AgentEvents;
import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.EventKeys;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternEvents;
import io.signalbox.analytics.patterns.Role;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.GenAiEvent;
import java.util.function.Consumer;

/** What hubs are told of each kind of thing found. */
final class Tellings {
  /** Type of the symptom that only says where someone is. */
  private static final String PLACED = "symptom.placed";

  private Tellings() {}

  static void episode(long foundMs, Episode episode, Consumer<HubItem> out) {
    event(foundMs, PatternEvents.of(foundMs, episode), out);
  }

  static void change(long foundMs, Change change, Consumer<HubItem> out) {
    event(foundMs, PatternEvents.of(foundMs, change), out);
  }

  static void symptom(long foundMs, Symptom symptom, Consumer<HubItem> out) {
    PatternEvent event = PatternEvents.of(foundMs, symptom);
    places(foundMs, event, out);
    if (!event.type().equals(PLACED)) {
      event(foundMs, event, out);
    }
  }

  static void agent(long foundMs, GenAiEvent call, Consumer<HubItem> out) {
    PatternEvent event = AgentEvents.of(foundMs, call);
    if (event != null) {
      places(foundMs, event, out);
      event(foundMs, event, out);
    }
  }

  static void edge(long foundMs, EdgeWindow edge, Consumer<HubItem> out) {
    String environment = edge.environment();
    String caller = EventKeys.of(EventKeys.SERVICE, environment, edge.caller());
    String callee = EventKeys.of(EventKeys.SERVICE, environment, edge.callee());
    out.accept(HubItem.neighbour(caller, foundMs, environment, edge.callee(), Role.CALLER));
    out.accept(HubItem.neighbour(callee, foundMs, environment, edge.caller(), Role.CALLEE));
    out.accept(HubItem.calls(foundMs, environment, edge.caller(), edge.callee(), edge.calls()));
  }

  private static void places(long foundMs, PatternEvent event, Consumer<HubItem> out) {
    String environment = event.text(EventField.ENVIRONMENT);
    String service = event.text(EventField.SERVICE);
    for (String place : EventKeys.places(event)) {
      out.accept(HubItem.place(foundMs, environment, service, place));
    }
  }

  private static void event(long foundMs, PatternEvent event, Consumer<HubItem> out) {
    String environment = event.text(EventField.ENVIRONMENT);
    String service = event.text(EventField.SERVICE);
    String hub = EventKeys.of(EventKeys.SERVICE, environment, service);
    out.accept(HubItem.event(hub, foundMs, environment, service, event));
  }
}
