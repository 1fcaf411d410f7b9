// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.detection.Detected;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.SequenceSource;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of Export requests to symptoms and to what neighbours are told of them. */
@Timeout(120)
class SymptomsITCase {
  @TempDir Path folder;

  private record Outcome(List<String> symptoms, List<String> told) {}

  private Outcome run(String name, int parallelism, EmbeddedFlink.Backend backend, long seed)
      throws Exception {
    JobOptions options = JobOptions.of();
    Path out = folder.resolve(name);
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve(name + "-checkpoints"), Duration.ofSeconds(10));
    DataStream<SignalBatch> batches =
        environment
            .fromSource(
                new SequenceSource(new SmallShop(seed)),
                BatchTimes.stated(),
                "Shop",
                new SignalBatchType())
            .setParallelism(1)
            .uid("shop");
    Detected detected = DetectTopology.build(batches, null, options);
    FileOutputs outputs = new FileOutputs(out, false);
    outputs.write(detected.symptoms(), io.signalbox.schemas.topics.Topics.SYMPTOMS);
    outputs.begin();
    List<String> told = new ArrayList<>();
    PatternInputs inputs =
        new PatternInputs(
            detected.episodes(),
            detected.edges(),
            detected.changes(),
            detected.symptoms(),
            detected.genAi());
    DataStream<String> events =
        inputs
            .deliver(options)
            .all()
            .map(SymptomsITCase::line)
            .returns(Types.STRING)
            .uid("line")
            .name("Line");
    try (var collected = events.executeAndCollect("symptoms")) {
      collected.forEachRemaining(told::add);
    }
    outputs.finish();
    Collections.sort(told);
    return new Outcome(Files.readAllLines(out.resolve("symptoms.jsonl")), told);
  }

  private static String line(PatternEvent event) {
    return event.key()
        + " "
        + event.type()
        + " of "
        + event.text(EventField.SERVICE)
        + " "
        + event.text(EventField.ROLE)
        + " "
        + event.text(EventField.NODE)
        + " "
        + event.text(EventField.NAME);
  }

  @Test
  void aFullPoolIsToldToCallersAndToThoseOnTheSameNode() throws Exception {
    Outcome outcome = run("plain", 2, EmbeddedFlink.Backend.HASHMAP, 0);

    List<String> pools =
        outcome.symptoms().stream().filter(line -> line.contains("\"pool_share\"")).toList();
    assertEquals(1, pools.size());
    assertTrue(pools.get(0).contains("\"service\":\"pay\""), pools.get(0));
    assertTrue(pools.get(0).contains("\"at\":\"" + SmallShop.atSecond(90)), pools.get(0));
    assertTrue(pools.get(0).contains("\"value\":\"0.95\""), pools.get(0));
    assertEquals(
        List.of(
            "environment|prod symptom.pool_share of pay SELF n1 main",
            "instance|prod/pay/pay-1 symptom.pool_share of pay SELF n1 main",
            "name|prod/main symptom.pool_share of pay SELF n1 main",
            "neighbourhood|prod/mail symptom.pool_share of pay SAME_NODE n1 main",
            "neighbourhood|prod/pay symptom.pool_share of pay SELF n1 main",
            "neighbourhood|prod/shop symptom.pool_share of pay CALLEE n1 main",
            "node|prod/n1 symptom.pool_share of pay SELF n1 main",
            "service|prod/pay symptom.pool_share of pay SELF n1 main"),
        outcome.told().stream().filter(line -> line.contains("pool_share")).toList());
    assertTrue(
        outcome.told().contains("node|prod/n2 symptom.write_error of shop SELF n2 "),
        outcome.told()::toString);
    assertTrue(
        outcome.told().contains("neighbourhood|prod/pay symptom.write_error of shop CALLER n2 "));
  }

  @Test
  void orderParallelismAndBackendChangeNothing() throws Exception {
    Outcome plain = run("one", 1, EmbeddedFlink.Backend.HASHMAP, 0);
    assertEquals(plain, run("shuffled", 3, EmbeddedFlink.Backend.ROCKSDB, 7));
  }
}
