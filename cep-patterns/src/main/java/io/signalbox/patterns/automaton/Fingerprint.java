// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Stage;
import java.util.List;

/** A number that differs when states of two patterns, stored by number, cannot be exchanged. */
final class Fingerprint {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = SEED;

  private Fingerprint() {}

  static long of(FailurePattern pattern, List<State> states) {
    Fingerprint print = new Fingerprint();
    for (Stage stage : pattern.stages()) {
      stage.name().chars().forEach(print::add);
      print.add(-1);
    }
    for (State state : states) {
      print.add(state.kind.ordinal());
      print.add(state.stage);
      print.add(state.windowMs);
      for (State.Way way : state.ways) {
        print.add(way.action.ordinal());
        print.add(way.to.index);
      }
    }
    return print.hash;
  }

  private void add(long value) {
    hash = (hash ^ value) * PRIME;
  }
}
