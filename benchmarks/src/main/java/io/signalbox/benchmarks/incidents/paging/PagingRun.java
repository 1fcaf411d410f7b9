// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.incidents.storm.StormNews;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.EmbeddedJob;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.incidents.CorrelateInputs;
import io.signalbox.jobs.incidents.CorrelateTopology;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.KafkaOutputs;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.testbed.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The correlate job in this process, fed at a pace, in front of a real Kafka. */
public final class PagingRun {
  private static final int MANAGED_MEGABYTES = 256;
  private static final long PAUSE_MS = 100;
  private static final long CALM_AFTER_S = 3600;

  private final PagingSpec spec;
  private final StormNews story;

  private PagingRun(PagingSpec spec) {
    this.spec = spec;
    this.story = new StormNews(spec.storm());
  }

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link PagingSpec}, file for its {@link PagingResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          PagingSpec spec = BenchResults.json().readValue(input, PagingSpec.class);
          return BenchResults.json().writeValueAsString(new PagingRun(spec).run());
        });
  }

  private PagingResult run() throws Exception {
    Path folder = Files.createTempDirectory("signalbox-bench");
    try (CommittedRevisions readers = new CommittedRevisions(spec.bootstrapServers())) {
      readers.start();
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(spec.parallelism(), spec.backend(), folder, spec.checkpoint());
      wire(environment);
      Window.Start start = Window.Start.now(0);
      try (EmbeddedJob job = EmbeddedJob.start(environment, MANAGED_MEGABYTES)) {
        while (!PagingClock.isOver(PacedSeconds.endMs(story.seconds()))) {
          job.pause(PAUSE_MS);
        }
      }
      Window window = start.end(story.seconds());
      return PagingResult.of(spec, PagingClock.ways(measuredFromMs()), window);
    } finally {
      Folders.delete(folder);
    }
  }

  /** The first storm warms up. */
  private static long measuredFromMs() {
    return PacedSeconds.endMs(StormNews.beginOf(1));
  }

  private void wire(StreamExecutionEnvironment environment) {
    JobOptions options = JobOptions.of("--kafka.bootstrap", spec.bootstrapServers());
    SingleOutputStreamOperator<Episode> episodes =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    new PacedSeconds(spec.speed()), story.seconds() + CALM_AFTER_S, Types.INT),
                PacedSeconds.releases(),
                "Seconds")
            .setParallelism(1)
            .uid("seconds")
            .process(new TellNews(spec.storm()))
            .returns(TypeInformation.of(Episode.class))
            .setParallelism(1)
            .setBufferTimeout(0)
            .uid("tell-news");
    DataStream<EdgeWindow> edges = episodes.getSideOutput(TellNews.EDGES);
    DataStream<Incident> incidents =
        CorrelateTopology.build(
                new CorrelateInputs(
                    episodes,
                    none(episodes, Suspicion.class),
                    edges,
                    none(episodes, Change.class),
                    none(episodes, PatternMatch.class),
                    null,
                    null,
                    null,
                    null),
                options)
            .incidents();
    SingleOutputStreamOperator<Incident> timed =
        incidents.transform("Note time", incidents.getType(), new NoteTime()).uid("note-time");
    new KafkaOutputs(options.kafka(), "paging").write(timed, Topics.INCIDENTS);
  }

  /** A stream that only has watermarks. */
  private static <T> DataStream<T> none(DataStream<Episode> timed, Class<T> type) {
    return timed
        .<T>process(new Nothing<>())
        .returns(TypeInformation.of(type))
        .setParallelism(1)
        .setBufferTimeout(0)
        .uid("no-" + type.getSimpleName());
  }
}
