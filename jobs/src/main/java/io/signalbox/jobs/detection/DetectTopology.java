// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.ServiceWatch;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.LateItems;
import io.signalbox.analytics.signals.TelemetryQuality;
import io.signalbox.jobs.incidents.Finding;
import io.signalbox.jobs.incidents.StampFinding;
import io.signalbox.jobs.objectives.CountRequests;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.jobs.signals.CountLate;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.LateBatches;
import io.signalbox.jobs.signals.MeasureTelemetry;
import io.signalbox.jobs.signals.RouteBatches;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** The detect job: from batches of telemetry to what is not as usual in them. */
public final class DetectTopology {
  private DetectTopology() {}

  /**
   * Wires the job.
   *
   * @param batches all batches, with timestamps and watermarks
   * @param tables live symptom tables, or null when none are taken
   * @param options how to judge
   */
  public static Detected build(
      DataStream<SignalBatch> batches, @Nullable DataStream<RuleText> tables, JobOptions options) {
    Objectives objectives = options.incidents().named();
    SingleOutputStreamOperator<SignalBatch> routed =
        batches
            .transform("RouteBatches", new SignalBatchType(), new RouteBatches())
            .uid(RouteBatches.UID)
            .name("Route batches");
    SingleOutputStreamOperator<Episode> scored =
        fold(
                options,
                routed,
                new ScoreService(options.detection()),
                TypeInformation.of(Episode.class))
            .uid(ScoreService.UID)
            .name("Score service");
    DataStream<Episode> combined =
        combine(scored, routed.getSideOutput(RouteBatches.FEEDBACK), options);
    SingleOutputStreamOperator<SignalBatch> joined =
        fold(
                options,
                routed.getSideOutput(RouteBatches.TRACES),
                new JoinEdges(),
                new SignalBatchType())
            .uid(JoinEdges.UID)
            .name("Join edges");
    SingleOutputStreamOperator<EdgeWindow> edges =
        fold(options, joined, new ScoreEdges(objectives), TypeInformation.of(EdgeWindow.class))
            .uid(ScoreEdges.UID)
            .name("Score edges");
    SingleOutputStreamOperator<LateItems> late =
        scored
            .getSideOutput(LateBatches.TAG)
            .union(joined.getSideOutput(LateBatches.TAG), edges.getSideOutput(LateBatches.TAG))
            .process(new CountLate())
            .uid(CountLate.UID)
            .name("Count late");
    SingleOutputStreamOperator<TelemetryQuality> quality =
        fold(
                options,
                routed
                    .getSideOutput(RouteBatches.COUNTS)
                    .union(late.getSideOutput(CountLate.COUNTS)),
                new MeasureTelemetry(),
                TypeInformation.of(TelemetryQuality.class))
            .uid(MeasureTelemetry.UID)
            .name("Measure telemetry");
    DataStream<Change> announced = routed.getSideOutput(RouteBatches.CHANGES);
    DataStream<GenAiEvent> genAi = routed.getSideOutput(RouteBatches.GEN_AI);
    SymptomStreams symptoms =
        SymptomStreams.of(routed.getSideOutput(RouteBatches.SYMPTOMS), tables, options);
    return new Detected(
        scored.union(combined, edges.getSideOutput(ScoreEdges.EPISODES)),
        scored.getSideOutput(ScoreService.SUSPICIONS),
        symptoms.symptoms(),
        symptoms.verdicts(),
        edges,
        announced.union(
            scored.getSideOutput(ScoreService.CHANGES), InferModels.of(genAi, announced, options)),
        routed.getSideOutput(RouteBatches.DEAD_LETTERS),
        late,
        quality,
        genAi,
        objectives.isEmpty()
            ? null
            : count(routed, objectives, options).union(edges.getSideOutput(ScoreEdges.OBJECTIVES)));
  }

  private static DataStream<ObjectiveWindow> count(
      DataStream<SignalBatch> routed, Objectives objectives, JobOptions options) {
    DataStream<SignalBatch> requests =
        routed
            .filter(batch -> CountRequests.concerns(objectives, batch))
            .uid("select-requests")
            .name("Select requests");
    return fold(
            options,
            requests,
            new CountRequests(objectives),
            TypeInformation.of(ObjectiveWindow.class))
        .uid(CountRequests.UID)
        .name("Count requests");
  }

  private static DataStream<Episode> combine(
      DataStream<Episode> scored, DataStream<Feedback> said, JobOptions options) {
    CombineSeries operator = new CombineSeries();
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    DataStream<Episode> ofSeries =
        scored.filter(ServiceWatch::combines).uid("series-episodes").name("Series episodes");
    return StampFinding.stamp(ofSeries, "series-episodes", Finding::of)
        .union(StampFinding.stamp(said, "feedback", Finding::of))
        .keyBy(CombineSeries::keyOf, Types.STRING)
        .transform("CombineSeries", TypeInformation.of(Episode.class), operator)
        .uid(CombineSeries.UID)
        .name("Combine series");
  }

  private static <O> SingleOutputStreamOperator<O> fold(
      JobOptions options,
      DataStream<SignalBatch> batches,
      EventTimeFold<SignalBatch, O, ?> operator,
      TypeInformation<O> type) {
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    return batches
        .keyBy(SignalBatch::key, Types.STRING)
        .transform(operator.getClass().getSimpleName(), type, operator);
  }
}
