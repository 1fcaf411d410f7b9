// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.List;

/** When a transition may be followed: an expression over the conditions of the pattern. */
sealed interface Guard {
  /** What it says of an event. */
  Answer ask(Question question);

  /** Three values: some conditions can be answered only for one partial match at a time. */
  enum Answer {
    NO,
    YES,
    DEPENDS;

    Answer not() {
      return switch (this) {
        case NO -> YES;
        case YES -> NO;
        case DEPENDS -> DEPENDS;
      };
    }
  }

  /** All of several. */
  static Guard all(Guard... parts) {
    return new All(List.of(parts));
  }

  /** The contrary. */
  default Guard not() {
    return new None(this);
  }

  /** One condition fits. */
  record Fits(int condition) implements Guard {
    @Override
    public Answer ask(Question question) {
      return question.answer(condition);
    }
  }

  /** The contrary of a guard. */
  record None(Guard of) implements Guard {
    @Override
    public Answer ask(Question question) {
      return of.ask(question).not();
    }

    @Override
    public Guard not() {
      return of;
    }
  }

  /** All parts hold; with no parts it always holds. */
  record All(List<Guard> parts) implements Guard {
    @Override
    public Answer ask(Question question) {
      Answer answer = Answer.YES;
      for (int i = 0; i < parts.size(); i++) {
        switch (parts.get(i).ask(question)) {
          case NO -> {
            return Answer.NO;
          }
          case DEPENDS -> answer = Answer.DEPENDS;
          case YES -> {}
        }
      }
      return answer;
    }
  }
}
