// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.analytics.signals.EdgeWindow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All objectives that were named. Immutable. */
public final class Objectives implements Serializable {
  private static final long serialVersionUID = 1;

  /** Nobody has named any. */
  public static final Objectives NONE = new Objectives(List.of());

  private final TreeMap<String, Objective> byId = new TreeMap<>();

  /** By the service that is asked, in the order of their ids. */
  private final HashMap<String, List<Objective>> byService = new HashMap<>();

  /** Takes objectives with different ids. */
  public Objectives(List<Objective> all) {
    for (Objective one : all) {
      if (byId.put(one.id(), one) != null) {
        throw new IllegalArgumentException("the objective '" + one.id() + "' is here twice");
      }
    }
    for (Objective one : byId.values()) {
      byService.computeIfAbsent(one.service(), service -> new ArrayList<>()).add(one);
    }
  }

  /** All of them by id. */
  public NavigableMap<String, Objective> byId() {
    return Collections.unmodifiableNavigableMap(byId);
  }

  /** True when there are none. */
  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** True when requests of a service count. */
  public boolean concern(String environment, String service) {
    return !of(environment, null, service).isEmpty();
  }

  /** The objectives of all requests of a service, by id. */
  List<Objective> of(String environment, String service) {
    return of(environment, null, service);
  }

  /**
   * What calls over an edge in a window are for the objectives of that edge.
   *
   * @param window with at least one call
   * @param sums what the window was made of
   */
  public void count(EdgeWindow window, EdgeSums sums, Consumer<ObjectiveWindow> out) {
    for (Objective one : of(window.environment(), window.caller(), window.callee())) {
      out.accept(
          new ObjectiveWindow(
              window.environment(),
              one.id(),
              window.startAt(),
              window.endAt(),
              sums.calls,
              one.bad(sums.errors, sums.durations.bins(), sums.durations.counts())));
    }
  }

  /**
   * The objectives of all requests of a service for which a request was bad.
   *
   * @param failed whether it failed
   * @param bin of a duration sketch that holds how long it took
   */
  public void missedBy(
      String environment, String service, boolean failed, int bin, Consumer<Objective> out) {
    for (Objective one : byService.getOrDefault(service, List.of())) {
      if (one.caller() == null && one.holdsIn(environment) && one.isBad(failed, bin)) {
        out.accept(one);
      }
    }
  }

  private List<Objective> of(String environment, @Nullable String caller, String service) {
    return byService.getOrDefault(service, List.of()).stream()
        .filter(one -> Objects.equals(one.caller(), caller) && one.holdsIn(environment))
        .toList();
  }
}
