// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.CutRequests;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.schemas.topics.Topic;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Wires each pipeline that runs on Flink behind the same requests. */
final class Wiring {
  private Wiring() {}

  static void build(Pipeline pipeline, DataStream<byte[]> requests, JobOptions options) {
    switch (pipeline) {
      case SEND -> drop(requests);
      case READ ->
          drop(requests.flatMap(new ReadRequests()).returns(Types.LONG).uid("read-requests"));
      case CUT -> drop(cut(requests, options));
      case PASS_THROUGH -> drop(cut(requests, options).keyBy(SignalBatch::key, Types.STRING));
      case HOLD -> drop(fold(cut(requests, options), new HoldBatches()));
      case FOLD -> drop(fold(cut(requests, options), new FoldPoints()));
      case DETECT_HEAP, DETECT_ROCKSDB ->
          DetectTopology.build(cut(requests, options), null, options).writeTo(Wiring::discard);
      case NAIVE_FLINK ->
          drop(
              requests
                  .flatMap(new SplitPoints())
                  .returns(SeriesPoint.class)
                  .uid("split-points")
                  .keyBy(point -> point.series, Types.LONG)
                  .process(new NaiveEwma())
                  .returns(SeriesPoint.class)
                  .uid("naive-ewma"));
      case KAFKA_STREAMS -> throw new IllegalArgumentException("Kafka Streams is not Flink");
    }
  }

  /** Batches with event time, as the job reads them. */
  static DataStream<SignalBatch> cut(DataStream<byte[]> requests, JobOptions options) {
    return requests
        .flatMap(new CutRequests(SignalKind.METRICS))
        .returns(new SignalBatchType())
        .uid("cut-requests")
        .name("Cut requests")
        .assignTimestampsAndWatermarks(
            BatchTimes.bounded(options.time().disorder(), options.time().idle()))
        .uid("watch-time")
        .name("Watch time");
  }

  private static DataStream<Episode> fold(
      DataStream<SignalBatch> batches, EventTimeFold<SignalBatch, Episode, ?> operator) {
    return batches
        .keyBy(SignalBatch::key, Types.STRING)
        .transform("fold", TypeInformation.of(Episode.class), operator)
        .uid("fold");
  }

  private static void drop(DataStream<?> records) {
    records.sinkTo(new DiscardingSink<>()).uid("discard").name("Discard");
  }

  private static <T> void discard(DataStream<T> records, Topic<T> topic) {
    records.sinkTo(new DiscardingSink<>()).uid("discard-" + topic.name());
  }
}
