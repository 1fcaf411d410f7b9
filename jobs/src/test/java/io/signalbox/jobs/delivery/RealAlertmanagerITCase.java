// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.AlertmanagerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restores over and over while Debian's Alertmanager is told; skipped where it is not installed.
 */
@Timeout(120)
class RealAlertmanagerITCase {
  private static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");
  private static final int ROUNDS = 20;

  @TempDir Path folder;

  private final List<StreamRecord<Incident>> sinceCheckpoint = new ArrayList<>();
  private OperatorSubtaskState durable = OperatorSubtaskState.builder().build();
  private String url = "";

  @Test
  void nothingIsLostBroughtBackOrDoubledOverTwentyRestores() throws Exception {
    assumeTrue(Files.isExecutable(BINARY), "skipped: " + BINARY + " is not installed here");
    Process alertmanager = start();
    try {
      await(List.of());
      var harness = harness();
      harness.open();
      for (int round = 1; round <= ROUNDS; round++) {
        take(harness, Heard.revision("inc-" + round, 1, "open"));
        hear(harness);
        if (round > 1) {
          take(harness, Heard.revision("inc-" + (round - 1), 2, "resolved"));
        }
        boolean held = round % 3 != 0;
        if (held) {
          durable = harness.snapshot(round, 1);
          sinceCheckpoint.clear();
          harness.notifyOfCompletedCheckpoint(round);
          if (round > 1) {
            hear(harness);
          }
        }
        harness.close();
        harness = harness();
        harness.initializeState(durable);
        harness.open();
        hear(harness);
        for (StreamRecord<Incident> again : sinceCheckpoint) {
          harness.processElement(again);
        }
        if (!held) {
          hear(harness);
        }
        await(held ? List.of(round) : List.of(round - 1, round));
      }
      harness.close();
    } finally {
      alertmanager.destroy();
      alertmanager.waitFor();
    }
  }

  private void take(
      KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness,
      StreamRecord<Incident> revision)
      throws Exception {
    harness.processElement(revision);
    sinceCheckpoint.add(revision);
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness()
      throws Exception {
    var options = new AlertmanagerOptions(List.of(url), Duration.ofMinutes(1), "");
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new SendAlerts(options), Incident::id, Types.STRING);
    harness.setProcessingTime(System.currentTimeMillis()); // Alertmanager looks at its clock
    return harness;
  }

  private static void hear(KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness)
      throws Exception {
    harness.getTaskMailbox().take(0).run();
  }

  private Process start() throws IOException {
    Path configuration = folder.resolve("alertmanager.yml");
    Files.writeString(configuration, "route: {receiver: none}\nreceivers: [{name: none}]\n");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + free.getLocalPort();
    }
    return new ProcessBuilder(
            BINARY.toString(),
            "--config.file=" + configuration,
            "--storage.path=" + folder.resolve("data"),
            "--web.listen-address=" + url.substring("http://".length()),
            "--cluster.listen-address=")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Asks until exactly these fire, each once: the clocks of two processes are not one. */
  private void await(List<Integer> numbers) throws InterruptedException {
    TreeSet<String> expected = new TreeSet<>();
    numbers.forEach(number -> expected.add("inc-" + number));
    List<String> firing = List.of();
    for (int tries = 0; tries < 100; tries++) {
      firing = firing();
      if (firing.size() == expected.size() && expected.containsAll(firing)) {
        return;
      }
      Thread.sleep(100); // asks another process
    }
    assertEquals(List.copyOf(expected), firing);
  }

  private List<String> firing() {
    List<String> firing = new ArrayList<>();
    try (var in = URI.create(url + "/api/v2/alerts").toURL().openStream()) {
      for (JsonNode alert : new ObjectMapper().readTree(in)) {
        firing.add(alert.at("/labels/incident_id").asText());
      }
      return firing;
    } catch (IOException notYet) {
      return List.of("no answer: " + notYet);
    }
  }
}
