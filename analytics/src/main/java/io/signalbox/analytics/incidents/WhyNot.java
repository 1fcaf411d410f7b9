// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says why a node is not the one that is named first; by the reasoning that names them. */
final class WhyNot {
  private final Scene scene;
  private final Accounting accounting;
  private final List<Suspect> suspects;

  /**
   * Explains.
   *
   * @param suspects as they were named, likeliest first
   */
  WhyNot(Scene scene, Accounting accounting, List<Suspect> suspects) {
    this.scene = scene;
    this.accounting = accounting;
    this.suspects = suspects;
  }

  /** Sentences about a node; never none. */
  List<String> of(String name) {
    if (suspects.isEmpty()) {
      return List.of("nothing is wrong that has a cause");
    }
    Suspect first = suspects.get(0);
    if (first.node().equals(name)) {
      return List.of(name + " is named first");
    }
    List<String> said = new ArrayList<>();
    said.add(place(name, first));
    SceneNode node = scene.find(name);
    if (node == null || (!node.isFelt() && node.inner.isEmpty())) {
      boolean known = node != null || scene.topology.knows(name);
      said.add(known ? "nothing at " + name + " is out of the usual" : name + " is not known");
      return said;
    }
    for (Link link : scene.accountingFor(name)) {
      if (accounting.holds(link)) {
        said.add(accounts(link));
      }
    }
    if (node.felt.isEmpty()) {
      said.add("nobody who calls " + name + " notices anything, but on the calls themselves");
    }
    order(node, first.node(), said);
    return said;
  }

  private String place(String name, Suspect first) {
    for (int i = 1; i < suspects.size(); i++) {
      Suspect one = suspects.get(i);
      if (one.node().equals(name)) {
        return "%s is suspect %d of %d: %s of the suspicion, %s of it against %s"
            .formatted(
                name,
                i + 1,
                suspects.size(),
                Figures.percent(one.confidence()),
                Figures.percent(first.confidence()),
                first.node());
      }
    }
    return name + " is not among the suspects";
  }

  private static String accounts(Link link) {
    String how =
        switch (link.kind()) {
          case FAILING, RAISED -> "calls to it fail";
          case LOSING_TIME, SLOWED -> "calls to it take longer";
          case VIEW -> "it is one of its callers' views of it";
          case TOGETHER -> "it calls it, and that was in trouble no later";
          case NAMED -> "it complains of it by name";
          case STARVED -> "it no longer calls";
          case LOADED -> "it calls more than usual";
        };
    return "its trouble is put down to " + link.cause() + ": " + how;
  }

  private void order(SceneNode node, String first, List<String> said) {
    SceneNode other = scene.find(first);
    Long since = other == null || !other.isFelt() ? null : other.onsetMs();
    if (since != null && node.isFelt() && node.onsetMs() > since) {
      said.add(
          "its trouble began at %s, that of %s at %s"
              .formatted(Instant.ofEpochMilli(node.onsetMs()), first, Instant.ofEpochMilli(since)));
    }
  }
}
