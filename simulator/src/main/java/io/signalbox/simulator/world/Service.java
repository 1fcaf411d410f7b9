// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** A service: what stays the same of it, and its pods. */
public final class Service {
  private final String name;
  private final String language;
  private final String version;
  private final Habits habits;
  private final List<String> sayings;
  private final List<Pod> pods;

  /**
   * Makes a service with its pods.
   *
   * @param origin where and when its world begins
   * @param name {@code service.name}
   * @param language {@code telemetry.sdk.language}
   * @param version what runs when the world begins, three numbers with dots
   * @param habits how it is on a good day
   * @param sayings log templates; see {@link Saying}
   * @param hosts where its instances run, at least one
   */
  public Service(
      Origin origin,
      String name,
      String language,
      String version,
      Habits habits,
      List<String> sayings,
      List<Host> hosts) {
    this.name = name;
    this.language = language;
    this.version = version;
    this.habits = habits;
    this.sayings = List.copyOf(sayings);
    List<Pod> made = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      made.add(new Pod(origin, this, hosts.get(i), i));
    }
    this.pods = List.copyOf(made);
  }

  /** The {@code service.name}. */
  public String name() {
    return name;
  }

  /** The {@code telemetry.sdk.language}. */
  public String language() {
    return language;
  }

  /** What runs when the world begins. */
  public String version() {
    return version;
  }

  /** How it is on a good day. */
  public Habits habits() {
    return habits;
  }

  /** Log templates of a good day. */
  public List<String> sayings() {
    return sayings;
  }

  /** The instances. */
  public List<Pod> pods() {
    return pods;
  }

  /** An instance that takes requests at that time; the last one tried when none does. */
  public Pod pick(Dice dice, long at) {
    int first = dice.below(pods.size());
    Pod pod = pods.get(first);
    if (pod.isUp(at) || (pod.justFell(at) && dice.chance(0.5))) {
      return pod;
    }
    for (int i = 1; i < pods.size() && !pod.isUp(at); i++) {
      pod = pods.get((first + i) % pods.size());
    }
    return pod;
  }
}
