// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Progress;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the part of the job {@code detect} towards {@code correlate}, in real time: failing
 * services, each an incident of its own, and the progress of all topics.
 */
final class EpisodeFeed implements AutoCloseable {
  private static final List<Topic<?>> TOPICS =
      List.of(
          Topics.EPISODES,
          Topics.SUSPICIONS,
          Topics.EDGES,
          Topics.CHANGES,
          Topics.SYMPTOMS,
          Topics.GEN_AI);
  private static final long STEP_MS = 250;
  private static final double FAILING = 0.3;
  private static final double USUAL = 0.001;
  private static final long CALLS = 400;

  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
  private final KafkaProducer<byte[], byte[]> producer;
  private final int partitions;
  private final Clock clock = Clock.systemUTC();
  private final List<Failure> failures = new ArrayList<>();

  /** A service that fails until a time. */
  private record Failure(String service, Instant from, long untilMs) {}

  /**
   * Begins to tell the time.
   *
   * @param partitions of each topic
   */
  EpisodeFeed(String bootstrapServers, int partitions) {
    this.partitions = partitions;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    var unused = clockwork.scheduleAtFixedRate(this::step, 0, STEP_MS, TimeUnit.MILLISECONDS);
  }

  /** A service begins to fail now, and stops when its time is over. */
  synchronized void fail(String service, long forMs) {
    long nowMs = clock.millis();
    Failure failure = new Failure(service, Instant.ofEpochMilli(nowMs), nowMs + forMs);
    failures.add(failure);
    send(failure, EpisodeStatus.OPEN, nowMs);
  }

  private synchronized void step() {
    long nowMs = clock.millis();
    for (Failure failure : List.copyOf(failures)) {
      if (failure.untilMs() <= nowMs) {
        send(failure, EpisodeStatus.CLOSED, nowMs);
        failures.remove(failure);
      }
    }
    for (Topic<?> topic : TOPICS) {
      for (int partition = 0; partition < partitions; partition++) {
        byte[] json = RecordJson.write(new Progress(nowMs - 1, partition));
        send(topic, partition, null, json, "progress", nowMs - 1);
      }
    }
  }

  private void send(Failure failure, EpisodeStatus status, long nowMs) {
    Instant now = Instant.ofEpochMilli(nowMs);
    boolean over = status == EpisodeStatus.CLOSED;
    Episode episode =
        new Episode(
            "ep-" + failure.service(),
            over ? 2 : 1,
            status,
            "prod",
            failure.service(),
            EpisodeKind.ERRORS,
            "GET /",
            null,
            failure.from(),
            now,
            over ? now : null,
            0.9,
            1e-9,
            FAILING,
            USUAL,
            0,
            2 * USUAL,
            CALLS,
            failure.service() + " fails");
    send(
        Topics.EPISODES,
        null,
        episode.id().getBytes(UTF_8),
        RecordJson.write(episode),
        "event_ms",
        nowMs);
  }

  // What Kafka refuses is missing in the output, which is compared.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(
      Topic<?> topic,
      @Nullable Integer partition,
      byte @Nullable [] key,
      byte[] value,
      String header,
      long ms) {
    var message = new ProducerRecord<>(topic.name(), partition, null, key, value);
    message.headers().add(header, Long.toString(ms).getBytes(UTF_8));
    producer.send(message);
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    producer.close();
  }
}
