// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.ModelWatch;
import io.signalbox.analytics.quality.AnswerReading;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.incidents.StampFinding;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.detection.ModelWatchCodec;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Infers that another model answers a service, because providers announce nothing. */
final class InferModels extends EventTimeFold<ModelSighting, Change, ModelWatch> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "infer-models";

  private static final TypeInformation<ModelSighting> SEEN =
      TypeInformation.of(ModelSighting.class);

  InferModels() {
    super(new ModelSightingOrder(), SEEN);
  }

  /** The changes of model that answers show and nobody announced. */
  static DataStream<Change> of(
      DataStream<GenAiEvent> genAi, DataStream<Change> changes, JobOptions options) {
    DataStream<GenAiEvent> answers =
        genAi
            .filter(event -> !AnswerReading.model(event).isEmpty())
            .uid("select-answers")
            .name("Select answers");
    DataStream<Change> announced =
        changes
            .filter(ModelWatch::announces)
            .uid("select-model-changes")
            .name("Select model changes");
    InferModels operator = new InferModels();
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    return StampFinding.stamp(answers, "answers", ModelSighting::of, SEEN)
        .union(StampFinding.stamp(announced, "announced-models", ModelSighting::of, SEEN))
        .keyBy(ModelSighting::key, Types.STRING)
        .transform("InferModels", TypeInformation.of(Change.class), operator)
        .uid(UID)
        .name("Infer models");
  }

  @Override
  protected String stateName() {
    return "models";
  }

  @Override
  protected ModelWatch decode(String key, byte @Nullable [] bytes) {
    var shard = SignalBatch.shardOf(key);
    return bytes == null
        ? new ModelWatch(shard.environment(), shard.service())
        : ModelWatchCodec.decode(shard.environment(), shard.service(), bytes);
  }

  @Override
  protected byte[] encode(ModelWatch watch) {
    return ModelWatchCodec.encode(watch);
  }

  @Override
  protected boolean isOver(ModelWatch watch) {
    return watch.isOver();
  }

  @Override
  protected void fold(
      ModelWatch watch, long tickMs, List<ModelSighting> seen, FoldOutput<Change> found) {
    TreeMap<String, Long> answers = new TreeMap<>();
    List<Long> announced = new ArrayList<>();
    for (ModelSighting one : seen) {
      if (one.model().isEmpty()) {
        announced.add(one.announcedMs());
      } else {
        answers.merge(one.model(), 1L, Long::sum);
      }
    }
    watch.fold(tickMs, answers, announced);
  }

  @Override
  protected void advance(ModelWatch watch, long nowMs, FoldOutput<Change> found) {
    watch.advance(nowMs, found::collect);
  }

  @Override
  protected long nextWakeMs(ModelWatch watch) {
    return watch.nextWakeMs();
  }
}
