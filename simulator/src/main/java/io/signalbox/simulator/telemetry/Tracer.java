// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.faults.Snag;
import io.signalbox.simulator.hindsight.Hindsight;
import io.signalbox.simulator.hindsight.Hindsight.Case;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Operation;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.Step;
import io.signalbox.simulator.world.Step.AgentLoop;
import io.signalbox.simulator.world.Step.ModelCall;
import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.Step.ServiceCall;
import org.jspecify.annotations.Nullable;

/** Walks a request through the services and leaves its spans, counts and log records behind. */
public final class Tracer {
  private static final double SPREAD = 0.35;
  private static final double FAST_REFUSAL = 0.7;
  private static final double REFUSAL_MS = 1.5;
  private static final double BACKOFF_MS = 40;
  private static final double BODY_BYTES = 900;
  private static final long DATABASE_PATIENCE_MS = 800;

  private final Faults faults;
  private final CallSpans spans;
  private final ModelCalls models;
  private final ModelSpans modelSpans;
  private final Scribe scribe;
  private final Hindsight hindsight;

  /** Makes a tracer that exports spans to the Collector, and tells what can be judged later. */
  public Tracer(Faults faults, Collector collector, Scribe scribe, Hindsight hindsight) {
    SpanWriter writer = new SpanWriter(collector, faults);
    this.faults = faults;
    this.spans = new CallSpans(writer);
    this.modelSpans = new ModelSpans(faults, writer);
    this.models = new ModelCalls(faults, modelSpans, scribe, hindsight);
    this.scribe = scribe;
    this.hindsight = hindsight;
  }

  /**
   * Lets a request come in.
   *
   * @param entrance what is asked for
   * @param dice decide about this request alone
   * @param at when it arrives, epoch nanoseconds
   */
  public void arrive(Operation entrance, String feature, Dice dice, long at) {
    serve(entrance, new Trip(dice, feature), 0, at);
  }

  private Outcome serve(Operation operation, Trip trip, long parent, long at) {
    Service service = operation.service();
    Pod pod = service.pick(trip.dice(), at);
    if (faults.silences(service.name(), at) || !pod.isUp(at)) {
      return new Outcome(at, Failure.UNREACHABLE);
    }
    faults.arrives(pod, at);
    long id = trip.newId();
    double workMs =
        trip.dice().around(operation.workMs(), service.habits().spread())
            + faults.extraWorkMs(pod, at);
    long half = (long) (workMs * Origin.MILLI / 2);
    Outcome worked = work(operation, pod, trip, id, at + half);
    Outcome outcome = new Outcome(worked.endNs() + half, worked.failure());
    if (faults.silences(service.name(), outcome.endNs())) {
      return new Outcome(outcome.endNs(), Failure.UNREACHABLE);
    }
    pod.tally().answered(outcome.endNs() - at, outcome.failure().failed(), 1);
    pod.tally().received(trip.dice().around(BODY_BYTES, 0.8));
    spans.server(operation, pod, trip, id, parent, at, outcome);
    scribe.afterRequest(operation, pod, trip, id, outcome);
    return outcome;
  }

  private Outcome work(Operation operation, Pod pod, Trip trip, long id, long at) {
    long now = at;
    for (Step step : operation.steps()) {
      Outcome outcome = take(step, pod, trip, id, now);
      now = outcome.endNs();
      if (outcome.failure().failed() && step.critical()) {
        return new Outcome(now, Failure.DEPENDENCY);
      }
    }
    double errors = pod.service().habits().errors() + faults.errorShare(pod, at);
    boolean fails = trip.dice().chance(errors);
    return new Outcome(now, fails ? Failure.INTERNAL : Failure.NONE);
  }

  private Outcome take(Step step, Pod pod, Trip trip, long parent, long at) {
    if (step instanceof ServiceCall call) {
      return trip.dice().chance(call.chance())
          ? call(call, pod, trip, parent, at)
          : new Outcome(at, Failure.NONE);
    }
    if (step instanceof PeerCall call) {
      return queries(call, pod, trip, parent, at);
    }
    if (step instanceof ModelCall call) {
      return models.ask(call, pod, trip, parent, at);
    }
    return loop((AgentLoop) step, pod, trip, parent, at);
  }

  private Outcome call(ServiceCall call, Pod pod, Trip trip, long parent, long at) {
    long now = at;
    for (int attempt = 0; ; attempt++) {
      Outcome outcome = attempt(call, pod, trip, parent, now, attempt);
      if (!outcome.failure().unanswered() || attempt + 1 >= call.attempts()) {
        return outcome;
      }
      now = outcome.endNs() + millis(trip.dice().around(BACKOFF_MS * (attempt + 1), 0.3));
    }
  }

  private Outcome attempt(ServiceCall call, Pod pod, Trip trip, long parent, long at, int resends) {
    long id = trip.newId();
    Operation callee = call.callee();
    String name = callee.service().name();
    double wireMs =
        trip.dice().around(call.wireMs(), SPREAD) + faults.extraWireMs(pod.service(), name, at);
    long half = millis(wireMs) / 2;
    long latest = at + call.timeoutMs() * Origin.MILLI;
    Outcome outcome = snagged(pod, name, trip, at);
    if (outcome == null) {
      Outcome served = serve(callee, trip, id, at + half);
      outcome =
          served.failure() == Failure.UNREACHABLE
              ? unreachable(trip, Math.max(at, served.endNs()), latest)
              : new Outcome(served.endNs() + half, served.failure());
    }
    if (outcome.endNs() > latest) {
      outcome = new Outcome(latest, Failure.TIMEOUT);
    }
    spans.client(call, pod, trip, id, parent, at, resends, outcome);
    return outcome;
  }

  private Outcome queries(PeerCall call, Pod pod, Trip trip, long parent, long at) {
    double queries = faults.queries(pod, call.peer().name(), call.chance(), at);
    Outcome outcome = new Outcome(at, Failure.NONE);
    for (; queries > 1 && !outcome.failure().failed(); queries--) {
      outcome = query(call, pod, trip, parent, outcome.endNs());
    }
    return !outcome.failure().failed() && trip.dice().chance(queries)
        ? query(call, pod, trip, parent, outcome.endNs())
        : outcome;
  }

  private Outcome query(PeerCall call, Pod pod, Trip trip, long parent, long at) {
    String peer = call.peer().name();
    Outcome outcome =
        faults.silences(peer, at)
            ? unreachable(trip, at, at + DATABASE_PATIENCE_MS * Origin.MILLI)
            : snagged(pod, peer, trip, at);
    if (outcome == null) {
      double ms =
          trip.dice().around(call.workMs(), SPREAD) + faults.extraWireMs(pod.service(), peer, at);
      outcome = new Outcome(at + millis(ms), Failure.NONE);
    }
    spans.query(call, pod, trip, parent, at, outcome);
    return outcome;
  }

  private @Nullable Outcome snagged(Pod caller, String callee, Trip trip, long at) {
    Snag snag = faults.snag(caller, callee, at);
    return snag != null && trip.dice().chance(snag.share())
        ? new Outcome(at + millis(trip.dice().around(snag.ms(), SPREAD)), snag.failure())
        : null;
  }

  private static Outcome unreachable(Trip trip, long at, long latest) {
    return trip.dice().chance(FAST_REFUSAL)
        ? new Outcome(at + millis(trip.dice().around(REFUSAL_MS, SPREAD)), Failure.UNREACHABLE)
        : new Outcome(latest, Failure.TIMEOUT);
  }

  private Outcome loop(AgentLoop loop, Pod pod, Trip trip, long parent, long at) {
    long id = trip.newId();
    Service service = pod.service();
    int more = trip.dice().below(2);
    int turns = faults.turns(service, loop.turns(), at, at) + more;
    Outcome outcome = new Outcome(at, Failure.NONE);
    for (int turn = 0; turn < turns && goesOn(outcome, turns, loop.turns() + more); turn++) {
      outcome = call(loop.think(), pod, trip, id, outcome.endNs());
      turns = faults.turns(service, loop.turns(), at, outcome.endNs()) + more;
      if (!outcome.failure().failed() && turn + 1 < turns) {
        long toolAt = outcome.endNs();
        long tool = trip.newId();
        long toolEnd = call(loop.tool(), pod, trip, tool, toolAt).endNs() + Origin.MILLI;
        modelSpans.tool(pod, trip, tool, id, Math.min(turn, loop.turns()), toolAt, toolEnd);
        outcome = new Outcome(toolEnd, Failure.NONE);
      }
    }
    modelSpans.agent(pod, trip, id, parent, at, outcome);
    if (!outcome.failure().failed()) {
      decide(loop.think().callee().service(), service, trip, outcome.endNs());
    }
    return outcome;
  }

  private void decide(Service thinker, Service agent, Trip trip, long at) {
    String model = faults.model(thinker, Shop.MODEL, at);
    double loss = faults.qualityLoss(thinker, at);
    hindsight.decided(new Case(trip.run(), agent.name(), model, trip.tenant(), loss, at));
  }

  /** An agent gives up when it gets no answer; one that runs away does not. */
  private static boolean goesOn(Outcome outcome, int turns, int usual) {
    return !outcome.failure().failed() || turns > usual;
  }

  private static long millis(double ms) {
    return (long) (ms * Origin.MILLI);
  }
}
