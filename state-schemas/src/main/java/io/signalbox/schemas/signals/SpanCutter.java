// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.objectives.RequestCount;
import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.ServiceIdentity;
import io.signalbox.analytics.signals.SpanHalf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts the spans of one request into batches by service, by bucket of traces, and GenAI events. */
final class SpanCutter implements SpanVisitor {
  private final IdentityReader identities;
  private final PeerReader peers = new PeerReader();
  private final Refusals refusals;
  private final int traceBuckets;
  private final SymptomCutter symptoms;
  private final Objectives objectives;
  private final Sorted<Node, OutcomeCounter> outcomes = new Sorted<>(OutcomeCounter::new);
  private final Sorted<Integer, List<SpanHalf>> halves = new Sorted<>(ArrayList::new);
  private final List<GenAiEvent> events = new ArrayList<>();
  private @Nullable ServiceIdentity ofSpan;

  /** What outcomes are counted by: instances of a service count together. */
  record Node(String environment, String service) {}

  SpanCutter(
      IdentityReader identities,
      Refusals refusals,
      int traceBuckets,
      SymptomCutter symptoms,
      Objectives objectives) {
    this.objectives = objectives;
    this.symptoms = symptoms;
    this.identities = identities;
    this.refusals = refusals;
    this.traceBuckets = traceBuckets;
  }

  void clear() {
    outcomes.clear();
    halves.clear();
    events.clear();
  }

  @Override
  public void span(SpanView span) {
    ServiceIdentity identity = identities.of(span);
    TelemetryContract.Refusal refusal = TelemetryContract.refuse(span);
    boolean accepted = refusals.accepts(identity, refusal, span.endUnixNano(), "span", span.name());
    ofSpan = accepted ? identity : null;
    if (accepted) {
      add(identity, span);
    } else {
      refusals.item(identity, span);
    }
  }

  private void add(ServiceIdentity identity, SpanView span) {
    long endMs = EventTime.toMs(span.endUnixNano());
    long durationUs = (span.endUnixNano() - span.startUnixNano()) / 1000;
    boolean calls = span.kind() == SpanView.CLIENT || span.kind() == SpanView.PRODUCER;
    OutcomeCounter counter =
        outcomes.drawer(new Node(identity.environment(), identity.service()), endMs);
    counter.heard(endMs);
    if (!calls) {
      int bin = DurationSketch.binOf(durationUs);
      counter.count(span, identities.versionOf(identity, span), identity.zone(), bin);
      if (!objectives.isEmpty()) {
        countUsers(identity, span, bin, counter);
      }
    }
    addHalf(identity, span, endMs, durationUs, calls);
    symptoms.present(identity, endMs);
    boolean genAi = GenAiReader.concerns(span.attributes());
    if (genAi || span.isError()) {
      symptoms.span(identity, span, endMs);
    }
    if (genAi) {
      events.add(GenAiReader.ofSpan(identity, span, durationUs));
    }
  }

  private void countUsers(
      ServiceIdentity identity, SpanView span, int bin, OutcomeCounter counter) {
    objectives.missedBy(
        identity.environment(),
        identity.service(),
        span.isError(),
        bin,
        missed -> {
          long user = UserReader.of(span.attributes());
          if (user != 0) {
            counter.bad(missed.id(), RequestCount.isAnswer(span.kind()), user);
          }
        });
  }

  private void addHalf(
      ServiceIdentity identity, SpanView span, long endMs, long durationUs, boolean calls) {
    boolean serves = span.kind() == SpanView.SERVER || span.kind() == SpanView.CONSUMER;
    if (!span.hasTraceId() || !((calls && span.hasSpanId()) || (serves && span.hasParent()))) {
      return;
    }
    int bucket = Math.floorMod(Hash64.mix(span.traceIdLo()), traceBuckets);
    halves
        .drawer(bucket, endMs)
        .add(
            new SpanHalf(
                span.traceIdHi(),
                span.traceIdLo(),
                calls ? span.spanId() : span.parentSpanId(),
                calls,
                identity.environment(),
                identity.service(),
                span.name().toString(),
                calls ? peers.peerOf(span) : "",
                endMs,
                durationUs,
                span.isError()));
  }

  @Override
  public void event(SpanView span, SpanEventView event) {
    if (ofSpan != null
        && GenAiReader.isEvaluation(event.name())
        && EventTime.possible(event.timeUnixNano())) {
      events.add(GenAiReader.ofSpanEvent(ofSpan, span, event));
    }
  }

  void flush(Consumer<SignalBatch> batches) {
    outcomes.forEach(
        (place, counter) ->
            batches.accept(
                new SignalBatch(
                    BatchKind.SPANS,
                    place.group().environment(),
                    place.group().service(),
                    "",
                    place.tickMs(),
                    counter.latestMs(),
                    counter.spans(),
                    SpanCells.encode(counter.cells(), counter.users()))));
    halves.forEach(
        (place, list) ->
            batches.accept(
                new SignalBatch(
                    BatchKind.TRACES,
                    "",
                    Integer.toString(place.group()),
                    "",
                    place.tickMs(),
                    list.stream().mapToLong(SpanHalf::endMs).max().orElse(place.tickMs()),
                    list.size(),
                    SpanHalfCodec.write(list))));
    events.forEach(event -> batches.accept(GenAiReader.batch(event)));
  }
}
