// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.MatchedStage;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.patterns.KeyShard;
import io.signalbox.jobs.patterns.MatchPatterns;
import io.signalbox.patterns.flinkcep.CepPatterns;
import io.signalbox.patterns.language.Stage;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Wires each engine behind the same events. */
final class EngineWiring {
  private EngineWiring() {}

  static void build(PatternEngine engine, DataStream<PatternEvent> events) {
    switch (engine) {
      case FLOOR -> drop(events.keyBy(PatternEvent::key, Types.STRING));
      case HAND_HEAP, HAND_ROCKSDB ->
          drop(
              events
                  .keyBy(PatternEvent::key, Types.STRING)
                  .process(new HandWritten())
                  .returns(Types.LONG)
                  .uid("hand-written"));
      case OURS_HEAP, OURS_ROCKSDB ->
          drop(
              events
                  .keyBy(new KeyShard(), Types.STRING)
                  .transform(
                      MatchPatterns.UID,
                      TypeInformation.of(PatternMatch.class),
                      new MatchPatterns(new LatencyErrorRestart()))
                  .uid(MatchPatterns.UID)
                  .map(EngineWiring::digested)
                  .returns(Types.LONG)
                  .uid("digest"));
      case CEP_HEAP, CEP_ROCKSDB ->
          drop(
              CEP.pattern(
                      events.keyBy(PatternEvent::key, Types.STRING),
                      CepPatterns.of(new LatencyErrorRestart(), 0))
                  .process(new Told(), Types.LONG)
                  .uid("flink-cep"));
    }
  }

  private static long digested(PatternMatch match) {
    List<MatchedStage> stages = match.stages();
    MatchDigest.add(match.key(), at(stages.get(0)), at(stages.get(1)), at(stages.get(2)));
    return match.startedAt().toEpochMilli();
  }

  private static long at(MatchedStage stage) {
    return stage.events().get(0).at().toEpochMilli();
  }

  private static void drop(DataStream<?> records) {
    records.sinkTo(new DiscardingSink<>()).uid("discard").name("Discard");
  }

  private static final class Told extends PatternProcessFunction<PatternEvent, Long> {
    private static final long serialVersionUID = 1;
    private static final List<String> STAGES =
        new LatencyErrorRestart()
            .load().get(0).pattern().stages().stream().map(Stage::name).toList();

    @Override
    public void processMatch(
        Map<String, List<PatternEvent>> match, Context context, Collector<Long> out) {
      long[] times = new long[STAGES.size()];
      String key = "";
      for (int i = 0; i < times.length; i++) {
        PatternEvent event = match.getOrDefault(STAGES.get(i), List.of()).get(0);
        times[i] = event.timeMs();
        key = event.key();
      }
      MatchDigest.add(key, times[0], times[1], times[2]);
      out.collect(times[0]);
    }
  }
}
