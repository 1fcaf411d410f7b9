// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionBinderTest {
  @TempDir Path folder;

  @Test
  void theCommandLineOutranksTheEnvironmentThatOutranksTheFileThatOutranksTheDefault()
      throws IOException {
    String file = file("kafka: {group: file, bootstrap: file:1, partitions: 7}\nidle: 2s\n");
    Map<String, String> environment =
        Map.of("SIGNALBOX_KAFKA_GROUP", "env", "SIGNALBOX_KAFKA_BOOTSTRAP", "env:1");

    JobOptions options = bind(environment, "--kafka.group", "me", "--config", file);

    assertEquals("me", options.kafka().group());
    assertEquals("env:1", options.kafka().bootstrap());
    assertEquals(7, options.kafka().partitions());
    assertEquals(Duration.ofSeconds(2), options.time().idle());
    assertEquals(Duration.ofSeconds(10), options.time().disorder());
  }

  @Test
  void ofTwoFilesTheLaterHoldsSoThatSecretsCanLieApart() throws IOException {
    String first = file("kafka.group: one\nkafka.partitions: 2\n");
    String second = file("kafka.group: two\n");

    JobOptions options = bind(Map.of(), "--config", first, "--config=" + second);

    assertEquals("two", options.kafka().group());
    assertEquals(2, options.kafka().partitions());
  }

  @Test
  void everyTypeIsReadAsPeopleWriteIt() {
    JobOptions options =
        bind(
            Map.of(),
            ("--disorder 1500ms --kafka.max-record 1mb --topics.spans a,b"
                    + " --output.parquet false --detection.budget 2.5e-1"
                    + " --kafka.transaction-names pooling --topics.spans.pattern otlp_.*"
                    + " --kafka.transaction-timeout PT2M")
                .split(" "));

    assertEquals(Duration.ofMillis(1500), options.time().disorder());
    assertEquals(MemorySize.ofMebiBytes(1), options.kafka().maxRecord());
    assertEquals(List.of("a", "b"), options.topics().spans());
    assertEquals("otlp_.*", options.topics().spansPattern());
    assertFalse(options.output().parquet());
    assertEquals(0.25, options.detection().budget());
    assertEquals(KafkaOptions.TransactionNames.POOLING, options.kafka().transactionNames());
    assertEquals(Duration.ofMinutes(2), options.kafka().transactionTimeout());
  }

  @Test
  void settingsOfTheClientsComeFromEverywhereUnderTheirOwnNames() throws IOException {
    String file = file("kafka:\n  properties:\n    client.id: x\n    acks: all\n");
    Map<String, String> environment =
        Map.of("SIGNALBOX_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "user=me");

    JobOptions options = bind(environment, "--config", file, "--kafka.properties.linger.ms", "5");

    assertEquals(
        Map.of("client.id", "x", "acks", "all", "sasl.jaas.config", "user=me", "linger.ms", "5"),
        options.kafka().properties());
  }

  @Test
  void allProblemsAreNamedAtOnceWithKeyValueAndWhatWasExpected() throws IOException {
    String file = file("kafka:\n  botstrap: x\n  partitions: many\n");

    BadOptions bad =
        assertThrows(
            BadOptions.class,
            () ->
                bind(
                    Map.of("SIGNALBOX_KAFKA_GROOP", "g", "SIGNALBOX_DEBUG", "1"),
                    ("--disorder -1s --detection.budget 0 --config "
                            + file
                            + " --output.sink tape stray --idle")
                        .split(" ")));

    assertEquals(
        List.of(
            "'stray' is no option: options are given as --key value",
            "--idle has no value",
            "environment variable SIGNALBOX_KAFKA_GROOP sets no option, did you mean"
                + " SIGNALBOX_KAFKA_GROUP?",
            "unknown option kafka.botstrap (file " + file + "), did you mean kafka.bootstrap?",
            "disorder = '-1s' (command line): expected a duration such as 500ms, 10s, 5m, 1h or"
                + " PT10S",
            "kafka.partitions = 'many' (file "
                + file
                + "): expected a whole number from 1 to 10000",
            "detection.budget = '0' (command line): expected a number from 0.001 to 1000",
            "output.sink = 'tape' (command line): expected one of files, kafka"),
        bad.problems());
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    BadOptions bad =
        assertThrows(BadOptions.class, () -> bind(Map.of(), "--detection.open-for", "2h"));

    assertEquals(
        List.of("detection.open-for = 'PT2H': expected at most detection.accept-after"),
        bad.problems());
  }

  @Test
  void aFileThatIsNotThereOrNoYamlOrSaysAThingTwiceIsNamed() throws IOException {
    String twice = file("idle: 1s\nidle: 2s\n");
    String list = file("- idle\n");

    BadOptions bad =
        assertThrows(
            BadOptions.class,
            () -> bind(Map.of(), "--config", "/no/such", "--config", twice, "--config", list));

    assertEquals("file /no/such cannot be read: NoSuchFileException", bad.problems().get(0));
    assertEquals("file " + twice + ":2: no YAML: Duplicate field 'idle'", bad.problems().get(1));
    assertEquals("file " + list + ": expected keys with values", bad.problems().get(2));
  }

  @Test
  void secretsAreNeverShownNotEvenWhenWrong() {
    Bound<Vault> bound =
        OptionBinder.bind(
            Vault.class,
            List.of("--vault.more.ssl.keystore.password", "s3cret", "--vault.pin", "1234"),
            Map.of());
    BadOptions bad =
        assertThrows(
            BadOptions.class,
            () -> OptionBinder.bind(Vault.class, List.of("--vault.pin", "s3cret"), Map.of()));

    assertEquals(
        List.of("******", "******"), bound.effective().stream().map(e -> e.shown()).toList());
    assertEquals(1234, bound.options().pin());
    assertEquals(
        List.of("vault.pin = '******' (command line): expected a whole number"), bad.problems());
  }

  @Test
  void whatNoOneResemblesGetsNoSuggestion() {
    BadOptions bad = assertThrows(BadOptions.class, () -> bind(Map.of(), "--x", "1"));

    assertEquals(List.of("unknown option x (command line)"), bad.problems());
  }

  /** Options that must not be seen. */
  @OptionGroup(prefix = "vault", title = "Vault")
  public record Vault(
      @Option(value = "0", doc = "Opens it.", secret = true) int pin,
      @Option(value = "", doc = "More.") Map<String, String> more) {}

  private static JobOptions bind(Map<String, String> environment, String... arguments) {
    return JobOptions.bind(List.of(arguments), environment).options();
  }

  private String file(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "signalbox", ".yaml"), yaml).toString();
  }
}
