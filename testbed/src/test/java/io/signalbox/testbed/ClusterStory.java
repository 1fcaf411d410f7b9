// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.testbed.stories.KillTaskManagerStory;
import io.signalbox.testbed.stories.Round;
import io.signalbox.testbed.stories.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/**
 * The testbed itself, on real processes, with a job that counts. Not part of a normal build: {@code
 * ./mvnw -Dfast package -pl testbed -am -Dtest=ClusterStory
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ClusterStory {
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root"));
  private static final Path RUN = ROOT.resolve("run");
  private static final Ports PORTS = new Ports(19500);
  private static final int RECORDS = 60_000;
  private static final int PER_SECOND = 2_000;

  private final ClusterSettings settings = ClusterSettings.of(ROOT, RUN, PORTS);

  @Test
  void aKilledTaskManagerLosesNothingAndRepeatsNothing() throws Exception {
    Scenario scenario =
        new Scenario(
            List.of(countJob()),
            ClusterStory::feed,
            List.of("in"),
            List.of("out"),
            List.of(topic("in"), topic("out")),
            Duration.ofSeconds(12));

    List<Round> rounds = new KillTaskManagerStory(settings, scenario, ClusterStory::say).run(1);

    assertTrue(rounds.stream().allMatch(Round::passed), rounds.toString());
    assertEquals(RECORDS, rounds.get(0).difference().records());
  }

  @Test
  void aJobGoesOnFromItsSavepointAtAnotherParallelism() throws Exception {
    ClusterSettings own = settings.in(RUN.resolve("stories/savepoint"));
    Folders.delete(own.run());
    try (Cluster cluster = Cluster.up(own, ClusterStory::say)) {
      try (KafkaTopics topics = new KafkaTopics(cluster.bootstrapServers())) {
        topics.createMissing(List.of(topic("in"), topic("out")));
      }
      String first = cluster.submit(countJob());
      cluster.await(first, "runs", Duration.ofMinutes(1), JobStatus::allRunning);
      String savepoint = cluster.stopWithSavepoint(first, Duration.ofMinutes(1));
      String second = cluster.submit(countJob().at(4).from(savepoint));
      cluster.await(second, "is restored", Duration.ofMinutes(1), seen -> seen.restores() == 1);
      assertEquals("FINISHED", cluster.job(first).state());
    }
  }

  private static void feed(String brokers) throws IOException, InterruptedException {
    Map<String, Object> options = Map.of("bootstrap.servers", brokers, "acks", "all");
    long start = System.nanoTime();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(options, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < RECORDS; i++) {
        String key = "s" + i % 50;
        sent.add(producer.send(new ProducerRecord<>("in", key, key + " " + i)));
        long aheadNs = start + (long) i * (1_000_000_000 / PER_SECOND) - System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(aheadNs);
      }
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    } catch (ExecutionException refused) {
      throw new IOException(refused);
    }
  }

  /** The deploy jar with the counting job added: the connectors come from the jar under test. */
  private static Submission countJob() throws IOException {
    Path jar = ROOT.resolve("testbed/target/count-job.jar");
    Files.copy(DeployJar.find(ROOT), jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      for (String name : List.of("CountJob.class", "CountJob$Count.class")) {
        Path place = inside.getPath("io/signalbox/testbed", name);
        Files.createDirectories(place.getParent());
        try (InputStream bytes = CountJob.class.getResourceAsStream(name)) {
          Files.copy(bytes, place);
        }
      }
    }
    return Submission.of(jar, CountJob.class.getName(), PORTS.bootstrapServers(), "in", "out");
  }

  private static TopicSpec topic(String name) {
    return new TopicSpec(name, 4, (short) 1, new TreeMap<>());
  }

  private static void say(String message) {
    System.Logger log = System.getLogger(ClusterStory.class.getName());
    log.log(System.Logger.Level.INFO, message);
  }
}
