// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.Test;

/**
 * The profile and the manifest: Flink ignores a key it does not know, so a slip shows only here.
 */
class FlinkConfTest {
  private static final Path CONF = Path.of(System.getProperty("signalbox.root"), "flink-conf");

  /** What a job of ours relies on, wherever it runs. */
  private static final Map<String, String> ESSENTIALS =
      Map.ofEntries(
          Map.entry("state.backend.type", "rocksdb"),
          Map.entry("state.backend.rocksdb.use-bloom-filter", "true"),
          Map.entry("state.backend.rocksdb.timer-service.factory", "HEAP"),
          Map.entry("execution.checkpointing.mode", "EXACTLY_ONCE"),
          Map.entry("execution.checkpointing.interval", "1s"),
          Map.entry("execution.checkpointing.incremental", "true"),
          Map.entry("execution.checkpointing.unaligned.enabled", "true"),
          Map.entry("execution.checkpointing.num-retained", "3"),
          Map.entry(
              "execution.checkpointing.externalized-checkpoint-retention",
              "RETAIN_ON_CANCELLATION"),
          Map.entry("restart-strategy.type", "exponential-delay"),
          Map.entry("pipeline.generic-types", "false"),
          Map.entry("pipeline.auto-generate-uids", "false"),
          Map.entry("pipeline.max-parallelism", "720"),
          Map.entry("pipeline.object-reuse", "true"),
          Map.entry("web.submit.enable", "false"),
          Map.entry("web.cancel.enable", "false"));

  @Test
  void theProfileOfTheTestbedHasWhatTheJobsRelyOn() throws IOException {
    assertTrue(texts(profile()).entrySet().containsAll(ESSENTIALS.entrySet()), "config.yaml");
    assertTrue(profile().has("execution.checkpointing.aligned-checkpoint-timeout"));
    assertTrue(profile().path("execution.checkpointing.local-backup.enabled").asBoolean());
    assertTrue(profile().path("execution.state-recovery.from-local").asBoolean());
  }

  @Test
  void theProfileOfTheTestbedListensOnTheLoopbackInterfaceAlone() throws IOException {
    for (String key :
        List.of("jobmanager.bind-host", "taskmanager.bind-host", "rest.bind-address")) {
      assertEquals("127.0.0.1", profile().path(key).asText(), key);
    }
  }

  @Test
  void everyKeyIsOneThatFlinkKnows() throws Exception {
    Set<String> unknown = new TreeSet<>(texts(profile()).keySet());
    unknown.addAll(texts(manifest().path("spec").path("flinkConfiguration")).keySet());
    unknown.removeIf(key -> key.startsWith("metrics.reporter.") || key.startsWith("kubernetes."));

    unknown.removeAll(knownKeys());

    assertEquals(Set.of(), unknown);
  }

  @Test
  void theManifestRunsTheSameProfileFromSavepoints() throws IOException {
    JsonNode spec = manifest().path("spec");
    assertEquals("FlinkDeployment", manifest().path("kind").asText());
    assertEquals("v2_2", spec.path("flinkVersion").asText());
    assertEquals("savepoint", spec.path("job").path("upgradeMode").asText());
    assertEquals(
        DeployJar.ENTRY_CLASSES.get("detect"), spec.path("job").path("entryClass").asText());
    assertEquals(
        "local:///opt/flink/usrlib/signalbox-jobs.jar", spec.path("job").path("jarURI").asText());
    Map<String, String> configuration = texts(spec.path("flinkConfiguration"));
    assertTrue(configuration.entrySet().containsAll(ESSENTIALS.entrySet()), "flinkdeployment.yaml");
  }

  @Test
  void theManifestKeepsSecretsOutOfWhatTheOperatorLogs() throws IOException {
    for (var option : texts(manifest().path("spec").path("flinkConfiguration")).entrySet()) {
      String both = (option.getKey() + option.getValue()).toLowerCase(java.util.Locale.ROOT);
      for (String word : List.of("password", "secret", "token", "access-key", "jaas")) {
        assertFalse(both.contains(word), option.getKey());
      }
    }
  }

  private static JsonNode profile() throws IOException {
    return yaml("config.yaml");
  }

  private static JsonNode manifest() throws IOException {
    return yaml("k8s/flinkdeployment.yaml");
  }

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readString(CONF.resolve(name)));
  }

  private static Map<String, String> texts(JsonNode options) {
    Map<String, String> texts = new TreeMap<>();
    options.properties().forEach(option -> texts.put(option.getKey(), option.getValue().asText()));
    return texts;
  }

  private static Set<String> knownKeys() throws IllegalAccessException {
    Set<String> keys = new TreeSet<>();
    for (Class<?> options :
        List.of(
            CheckpointingOptions.class,
            ClusterOptions.class,
            CoreOptions.class,
            HeartbeatManagerOptions.class,
            HighAvailabilityOptions.class,
            JobManagerOptions.class,
            PipelineOptions.class,
            RestOptions.class,
            RestartStrategyOptions.class,
            RocksDBConfigurableOptions.class,
            RocksDBOptions.class,
            StateBackendOptions.class,
            StateRecoveryOptions.class,
            TaskManagerOptions.class,
            WebOptions.class)) {
      for (Field field : options.getFields()) {
        if (field.getType() == ConfigOption.class) {
          keys.add(((ConfigOption<?>) field.get(null)).key());
        }
      }
    }
    return keys;
  }
}
