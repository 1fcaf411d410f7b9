// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.Sighting;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.jobs.patterns.FoldRuns;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.TableForm;
import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SightingCodec;
import io.signalbox.schemas.signals.SignalBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadSymptomsTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final String YAML =
      """
      symptoms:
        - {symptom: high, metric: m, when: value >= 0.9, clear: value < 0.5, hold: 2, fields: {name: pool}}
        - {symptom: many, metric: m, value: rise, when: value >= 0.3, refractory: 5s}
        - {symptom: gone, metric: m, when: value > 9, absent: 8s}
        - {symptom: odd, metric: m, usual: true, when: value >= 1.6, clear: value < 1.2}
        - {symptom: grows, metric: m, value: growth, window: 20s, when: value >= 0.3}
      """;

  private static List<SymptomRow> rows(String yaml) {
    try {
      return SymptomTableFile.read("test.yaml", yaml).rows();
    } catch (BadSymptomTable bad) {
      throw new AssertionError(bad);
    }
  }

  private static AcceptedRule table(int version, long fromMs, String yaml) {
    return new AcceptedRule(TableForm.ID, version, fromMs, false, yaml);
  }

  private static FoldRuns<SignalBatch, Symptom> runs(AcceptedRule... tables) {
    return new FoldRuns<>(
        () -> new ReadSymptoms(List.of(tables)),
        SignalBatch::key,
        SignalBatch::latestMs,
        symptom -> new String(RecordJson.write(symptom), StandardCharsets.UTF_8));
  }

  /** Two minutes of three services, each scrape in two batches, with gaps of ten seconds. */
  static List<SignalBatch> telemetry(String yaml) {
    Random random = new Random(11);
    List<SignalBatch> all = new ArrayList<>();
    for (int second = 0; second < 120; second++) {
      for (String service : List.of("a", "b", "c")) {
        if ((second + service.charAt(0)) % 40 < 30) {
          all.add(batch(yaml, service, second, "p", random.nextInt(11) / 10.0));
          all.add(batch(yaml, service, second, "q", random.nextInt(11) / 10.0));
        }
      }
    }
    return all;
  }

  private static SignalBatch batch(
      String yaml, String service, int second, String pool, double value) {
    long atMs = T0 + second * 1000L + 300;
    List<Sighting> seen = new ArrayList<>();
    Set<String> looks = new HashSet<>();
    for (SymptomRow row : rows(yaml)) {
      Map<String, String> fields = row.fields().isEmpty() ? Map.of() : Map.of("name", pool);
      if (looks.add(row.look())) {
        seen.add(
            new Sighting(
                row.look(), 0, pool.hashCode(), atMs, Sighting.Nature.LEVEL, value, 1, fields));
      }
    }
    return new SignalBatch(
        BatchKind.SYMPTOMS,
        "prod",
        service,
        "",
        SignalBatch.tickOf(atMs),
        atMs,
        seen.size(),
        SightingCodec.write(seen));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyAdmissibleOrderAndAnyWatermarkStepGiveTheSameSymptoms(long seed) throws Exception {
    FoldRuns<SignalBatch, Symptom> runs = runs(table(1, Long.MIN_VALUE, YAML));
    List<SignalBatch> telemetry = telemetry(YAML);
    List<String> straight = runs.run(telemetry, 1);
    for (String type : List.of("high", "many", "gone", "odd", "grows")) {
      String key = "\"type\":\"" + type + "\"";
      assertTrue(straight.stream().anyMatch(line -> line.contains(key)), type);
    }
    assertEquals(straight, runs.run(runs.shuffled(telemetry, seed), seed * 1700));
  }

  @Test
  void restartsAtOtherParallelismsOnTheOtherBackendChangeNothing() throws Exception {
    FoldRuns<SignalBatch, Symptom> runs = runs(table(1, Long.MIN_VALUE, YAML));
    List<SignalBatch> telemetry = telemetry(YAML);
    assertEquals(runs.run(telemetry, 1), runs.rescaled(telemetry));
  }

  @Test
  void aTableTakesEffectAtItsEpochInAnyOrder() throws Exception {
    String higher =
        "version: 2\nsymptoms: [{symptom: top, metric: m, value: rise, when: value > 0}]";
    FoldRuns<SignalBatch, Symptom> runs =
        runs(table(1, Long.MIN_VALUE, YAML), table(2, T0 + 60_000, higher));
    List<SignalBatch> telemetry = telemetry(YAML);
    List<String> straight = runs.run(telemetry, 1);
    long epoch = T0 + 60_000;
    assertTrue(
        straight.stream()
            .allMatch(
                line ->
                    line.contains("\"type\":\"top\"")
                        == Long.parseLong(line.substring(0, 13)) >= epoch));
    assertTrue(straight.stream().anyMatch(line -> line.contains("\"type\":\"top\"")));
    assertEquals(straight, runs.run(runs.shuffled(telemetry, 3), 3000));
  }
}
