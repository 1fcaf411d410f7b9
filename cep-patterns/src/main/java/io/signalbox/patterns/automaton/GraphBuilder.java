// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes states of the stages of a pattern, from the last to the first: the same states and ways as
 * flink-cep's compiler has, so that the same events lead to the same matches.
 */
final class GraphBuilder {
  private static final Guard ALWAYS = new Guard.All(List.of());

  private final List<Stage> stages;
  private final List<State> states = new ArrayList<>();
  private final @Nullable State[] stops;
  private final Map<State, State> beforeGreed = new HashMap<>();
  private int at;

  private GraphBuilder(List<Stage> stages) {
    this.stages = stages;
    stops = new State[stages.size()];
  }

  /** All states of a pattern; the last one is where it starts. */
  static List<State> states(FailurePattern pattern) {
    return new GraphBuilder(pattern.stages()).build();
  }

  private List<State> build() {
    State next = add(State.Kind.FINAL);
    for (at = stages.size() - 1; at > 0; at--) {
      next = stages.get(at).negated() ? nothingOf(next) : eventsOf(next);
    }
    State start = eventsOf(next);
    start.kind = State.Kind.START;
    states.remove(start);
    states.add(start);
    return renumbered();
  }

  private List<State> renumbered() {
    Map<State, State> fresh = new HashMap<>();
    List<State> numbered = new ArrayList<>();
    for (State state : states) {
      State same = new State(numbered.size(), state.kind, state.stage, state.windowMs);
      fresh.put(state, same);
      numbered.add(same);
    }
    for (State state : states) {
      State same = known(fresh, state);
      for (State.Way way : state.ways) {
        same.ways.add(new State.Way(way.action, same, known(fresh, way.to), way.guard));
      }
    }
    return numbered;
  }

  private static State known(Map<State, State> states, State state) {
    State found = states.get(state);
    if (found == null) {
      throw new IllegalStateException("a way leads out of the graph");
    }
    return found;
  }

  private State add(State.Kind kind) {
    int stage = kind == State.Kind.FINAL ? stages.size() : at;
    return add(kind, stage, kind == State.Kind.FINAL ? 0 : windowMs(stage));
  }

  private State add(State.Kind kind, int stage, long windowMs) {
    State state = new State(states.size(), kind, stage, windowMs);
    states.add(state);
    return state;
  }

  private long windowMs(int stage) {
    var within = stages.get(stage).within();
    return within == null ? 0 : within.toMillis();
  }

  private Guard fits() {
    return new Guard.Fits(at);
  }

  private @Nullable Guard until() {
    return stages.get(at).until() == null ? null : new Guard.Fits(stages.size() + at);
  }

  private boolean isOptional(int stage) {
    return stages.get(stage).quantifier().optional();
  }

  private boolean isNever(int stage) {
    Stage asked = stages.get(stage);
    return asked.negated() && asked.follow() != Follow.STRICT;
  }

  private State stop(int stage) {
    State known = stops[stage];
    if (known == null) {
      known = add(State.Kind.STOP, stage, 0);
      known.take(known, new Guard.Fits(stage));
      stops[stage] = known;
    }
    return known;
  }

  /** A negated stage. Between others it only stops them, see {@link #addStops}. */
  private State nothingOf(State next) {
    if (stages.get(at).follow() == Follow.STRICT) {
      State notNext = add(State.Kind.MIDDLE);
      if (next.kind == State.Kind.FINAL) {
        notNext.ignore(next, fits().not());
      } else {
        notNext.proceed(next, fits().not());
      }
      notNext.proceed(stop(at), fits());
      return notNext;
    }
    if (next.kind == State.Kind.FINAL) {
      State pending = add(State.Kind.PENDING);
      pending.proceed(stop(at), fits());
      pending.ignore(pending, fits().not());
      return pending;
    }
    if (next.kind == State.Kind.PENDING) {
      next.proceed(stop(at), fits());
    }
    return next;
  }

  private State eventsOf(State next) {
    Quantifier quantifier = stages.get(at).quantifier();
    State first;
    if (quantifier.max() == Quantifier.UNBOUNDED) {
      State loop = loop(withoutStops(next));
      first = times(loop, next, quantifier.min(), quantifier.min());
    } else if (quantifier.isLoop()) {
      first = times(next, next, quantifier.min(), quantifier.max());
    } else {
      first = once(next, next, fits(), passOver(stages.get(at).follow()), quantifier.optional());
    }
    addStops(first);
    return first;
  }

  private @Nullable Guard passOver(Follow follow) {
    return switch (follow) {
      case STRICT -> null;
      case RELAXED -> fits().not();
      case ANY -> ALWAYS;
    };
  }

  private @Nullable Guard passOverInside() {
    Guard inside = passOver(stages.get(at).quantifier().inner());
    return inside == null ? null : unlessOver(inside);
  }

  private Guard unlessOver(Guard guard) {
    Guard until = until();
    return until == null ? guard : Guard.all(until.not(), guard);
  }

  private State times(State next, State onwards, int from, int to) {
    Guard take = unlessOver(fits());
    Guard inside = passOverInside();
    if (stages.get(at).quantifier().greedy() && from != to) {
      narrow(next, take.not());
    }
    State last = next;
    for (int i = from; i < to; i++) {
      last = once(last, onwards, take, inside, true);
      addLoopStop(last);
    }
    for (int i = 1; i < from; i++) {
      last = once(last, onwards, take, inside, false);
      addLoopStop(last);
    }
    return once(last, onwards, take, passOver(stages.get(at).follow()), isOptional(at));
  }

  /** One event; when it is optional, what was passed over must not be passed over again. */
  private State once(
      State next, State onwards, Guard take, @Nullable Guard passOver, boolean optional) {
    State state = add(State.Kind.MIDDLE);
    State taken = withoutStops(next);
    state.take(taken, take);
    if (optional) {
      goOn(state, onwards);
    }
    if (passOver != null) {
      State waiting = state;
      if (optional) {
        waiting = add(State.Kind.MIDDLE);
        waiting.take(taken, take);
        waiting.ignore(waiting, passOver);
        addStops(waiting);
      }
      state.ignore(waiting, passOver);
    }
    return state;
  }

  private State loop(State next) {
    State loop = add(State.Kind.MIDDLE);
    if (stages.get(at).quantifier().greedy()) {
      if (until() != null) {
        beforeGreed.put(next, copy(next));
      }
      goOn(loop, next);
      narrow(next, fits().not());
    } else {
      goOn(loop, next);
    }
    Guard take = unlessOver(fits());
    loop.take(loop, take);
    addLoopStop(loop);
    Guard inside = passOverInside();
    if (inside != null) {
      State waiting = add(State.Kind.MIDDLE);
      waiting.take(loop, take);
      waiting.ignore(waiting, inside);
      loop.ignore(waiting, inside);
      addLoopStop(waiting);
    }
    return loop;
  }

  /** A way on without an event; greed ends where the loop does. */
  private void goOn(State state, State onwards) {
    Guard until = until();
    State free = beforeGreed.get(onwards);
    if (stages.get(at).quantifier().greedy() && until != null && free != null) {
      state.proceed(free, until);
      state.proceed(onwards, until.not());
    } else {
      state.proceed(onwards, ALWAYS);
    }
  }

  private static void narrow(State state, Guard guard) {
    for (State.Way way : state.ways) {
      way.guard = Guard.all(way.guard, guard);
    }
  }

  private State copy(State state) {
    State copy = add(state.kind, state.stage, state.windowMs);
    for (State.Way way : state.ways) {
      copy.ways.add(new State.Way(way.action, copy, way.to == state ? copy : way.to, way.guard));
    }
    return copy;
  }

  /** The negated stages that are in force before this one has taken anything. */
  private List<Integer> inForce() {
    List<Integer> found = new ArrayList<>();
    for (int i = at - 1; i > 0 && (isOptional(i) || isNever(i)); i--) {
      if (isNever(i)) {
        found.add(i);
      }
    }
    return found;
  }

  private void addStops(State state) {
    for (int stage : inForce()) {
      state.proceed(stop(stage), new Guard.Fits(stage));
    }
  }

  private void addLoopStop(State state) {
    if (at + 1 < stages.size() && isNever(at + 1)) {
      state.proceed(stop(at + 1), new Guard.Fits(at + 1));
    }
  }

  /** Once an optional stage took an event, what must not come before it may come. */
  private State withoutStops(State state) {
    List<Integer> stages = inForce();
    if (stages.isEmpty() || !isOptional(at)) {
      return state;
    }
    State copy = add(state.kind, state.stage, state.windowMs);
    for (State.Way way : state.ways) {
      if (way.action != State.Action.PROCEED) {
        copy.ways.add(new State.Way(way.action, copy, way.to == state ? copy : way.to, way.guard));
      } else if (way.to.kind != State.Kind.STOP) {
        copy.proceed(withoutStops(way.to), way.guard);
      } else if (!stages.contains(way.to.stage)) {
        copy.proceed(way.to, way.guard);
      }
    }
    return copy;
  }
}
