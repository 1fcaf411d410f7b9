// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.MatchedStage;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.KeyShard;
import io.signalbox.jobs.patterns.KeyedEvents;
import io.signalbox.jobs.patterns.PatternTopology;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.patterns.flinkcep.CepPatterns;
import io.signalbox.patterns.language.Stage;
import io.signalbox.schemas.patterns.PatternEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Wires each engine behind the same events. */
final class EngineWiring {
  private final DataStream<PatternEvent> events;
  private final Path folder;

  /**
   * Wires behind events.
   *
   * @param folder an empty one, for files
   */
  EngineWiring(DataStream<PatternEvent> events, Path folder) {
    this.events = events;
    this.folder = folder;
  }

  void build(PatternEngine engine) throws IOException {
    switch (engine) {
      case FLOOR -> drop(keyed().gathered(false).all().keyBy(new KeyShard(), Types.STRING));
      case FLOOR_OF_SINGLE -> drop(events.keyBy(PatternEvent::key, Types.STRING));
      case HAND_HEAP, HAND_ROCKSDB ->
          drop(
              events
                  .keyBy(PatternEvent::key, Types.STRING)
                  .process(new HandWritten())
                  .returns(Types.LONG)
                  .uid("hand-written"));
      case OURS_HEAP, OURS_ROCKSDB ->
          drop(
              PatternTopology.build(keyed(), rules(), options())
                  .matches()
                  .map(EngineWiring::digested)
                  .returns(Types.LONG)
                  .uid("digest"));
      case CEP_HEAP, CEP_ROCKSDB ->
          drop(
              CEP.pattern(
                      events.keyBy(PatternEvent::key, Types.STRING),
                      CepPatterns.of(LatencyErrorRestart.source(), 0))
                  .process(new Told(), Types.LONG)
                  .uid("flink-cep"));
      case SIDDHI -> throw new IllegalArgumentException("it does not run on Flink");
    }
  }

  private KeyedEvents keyed() {
    GeneratorFunction<Long, PatternEvent> never = number -> new PatternEvent("", 0, "", Map.of());
    return new KeyedEvents(events, few(never, 0, new PatternEventType(), "places"));
  }

  private DataStream<RuleText> rules() {
    GeneratorFunction<Long, RuleText> later =
        number -> new RuleText("bench", LatencyErrorRestart.LATER);
    return few(later, 1, TypeInformation.of(RuleText.class), "rules");
  }

  private <T> DataStream<T> few(
      GeneratorFunction<Long, T> make, long count, TypeInformation<T> type, String uid) {
    return events
        .getExecutionEnvironment()
        .fromSource(
            new DataGeneratorSource<>(make, count, type), WatermarkStrategy.noWatermarks(), uid)
        .uid(uid);
  }

  /** The jobs' own, with one pattern. */
  private JobOptions options() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("story.yaml"), LatencyErrorRestart.TEXT);
    return JobOptions.of("--patterns.catalogue", rules.toString());
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
        LatencyErrorRestart.source().load().get(0).pattern().stages().stream()
            .map(Stage::name)
            .toList();

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
