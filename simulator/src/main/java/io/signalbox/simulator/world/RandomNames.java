// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names without meaning, so that no rule about names can help. */
final class RandomNames {
  /** System of a peer that is a service of someone else. */
  static final String PARTNER = "partner";

  private static final String[] STARTS = {
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "tr", "st"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u"};

  private final Dice dice;
  private final Set<String> given = new HashSet<>();

  RandomNames(Dice dice) {
    this.dice = dice;
  }

  /** A name of a service that has not been given before. */
  String next() {
    String name =
        switch (dice.below(5)) {
          case 0 -> word() + "-svc";
          case 1 -> word() + "-api";
          case 2 -> word() + "-" + word();
          case 3 -> word() + "." + word();
          default -> word();
        };
    return given.add(name) ? name : next();
  }

  /** The address of someone else's service that has not been given before. */
  String partner() {
    String name = "api." + word() + ".com";
    return given.add(name) ? name : partner();
  }

  /** A word of two to four syllables. */
  String word() {
    StringBuilder word = new StringBuilder();
    int syllables = 2 + dice.below(3);
    for (int i = 0; i < syllables; i++) {
      word.append(STARTS[dice.below(STARTS.length)]).append(VOWELS[dice.below(VOWELS.length)]);
    }
    return word.toString();
  }

  /** One to three log templates. */
  List<String> sayings() {
    List<String> sayings = new ArrayList<>();
    for (int i = dice.below(3); i >= 0; i--) {
      sayings.add(word() + " " + word() + " {id} of {user}, {n} in {ms} ms");
    }
    return sayings;
  }
}
