// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.jobs.options.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The graph of each job is as its lock says. A difference means that savepoints of released
 * versions may not restore: think first, then write the lock anew with {@code -Dsignalbox.update}.
 */
class TopologyLockTest {
  /** State and codec version by uid: what a savepoint holds of each fold. */
  private static final Map<String, String> STATE =
      Map.ofEntries(
          Map.entry("score-service", "service-block v3, service-block-held (signal batch v1)"),
          Map.entry(
              "read-telemetry-symptoms",
              "symptom-watch v1, symptom-watch-held (signal batch v1), tables (rule POJO)"),
          Map.entry("infer-models", "models v1, models-held (model sighting POJO)"),
          Map.entry("join-edges", "open-calls v1, open-calls-held (signal batch v1)"),
          Map.entry("score-edges", "edge-block v1, edge-block-held (signal batch v1)"),
          Map.entry(
              "measure-telemetry",
              "telemetry-minutes v1, telemetry-minutes-held (signal batch v1)"),
          Map.entry("combine-series", "off-series v2, off-series-held (finding POJO)"),
          Map.entry("match-patterns", "open-matches v1, open-matches-held (event batch v1)"),
          Map.entry("learn-edges", "edge-learning v1, edge-learning-held (finding POJO)"),
          Map.entry("correlate-episodes", "situation v5, situation-held (finding POJO)"),
          Map.entry("advise-incidents", "experience v3, experience-held (advisable POJO)"),
          Map.entry("count-requests", "request-count v2, request-count-held (signal batch v1)"),
          Map.entry("join-answers", "answer v2, answer-held (answer item v2)"),
          Map.entry("watch-answers", "service-quality v2, service-quality-held (quality item v2)"),
          Map.entry("join-decisions", "decision v1, decision-held (decision item v1)"),
          Map.entry("measure-impact", "agent-impact v1, agent-impact-held (decision change v1)"),
          Map.entry(
              "charge-usages",
              "charge-shard v1, charge-shard-held (usage batch v1), charged (usage v2), prices"
                  + " (price tellings v1, catalogue v1)"),
          Map.entry("meter-tokens", "token-series v1, token-series-held (token point POJO)"),
          Map.entry("count-outcomes", "counted-outcome (outcome POJO), forget-at (time)"),
          Map.entry("tell-quarantine", "told-of-price (price tellings v1)"),
          Map.entry(
              "follow-budgets",
              "budget v2, budget-held (budget spend v2), spends (spends of a second v1)"),
          Map.entry("gather-demand", "open-demand (demand part v1)"),
          Map.entry(
              "advise-workloads",
              "workload v1, workload-held (demand part v1), days (demand of a day v1)"),
          Map.entry("gather-sums", "open-sums (hour cost v2)"),
          Map.entry("sum-periods", "period-sums v2, period-sums-held (aggregate cost v2)"),
          Map.entry("tell-showback", "showback-month v1, showback-month-held (aggregate cost v2)"),
          Map.entry("sum-costs", "cost-sums v2, cost-sums-held (cost delta v2)"),
          Map.entry("send-alerts", "alert v2"),
          Map.entry(
              "store-charges", "unwritten (posting v1 by number), next-number (number of a shard)"),
          Map.entry(
              "store-totals",
              "unwritten (cost total POJO by number), next-number (number of a shard)"),
          Map.entry(
              "store-rates",
              "unwritten (quality rate POJO by number), next-number (number of a shard)"),
          Map.entry(
              "store-impact",
              "unwritten (decision impact POJO by number), next-number (number of a shard)"),
          Map.entry(
              "store-aggregates",
              "unwritten (cost aggregate POJO by number), next-number (number of a shard)"),
          Map.entry(
              "store-showback",
              "unwritten (showback row POJO by number), next-number (number of a shard)"),
          Map.entry("store-revisions", "unwritten (JSON by revision)"));

  @ParameterizedTest
  @EnumSource(Job.class)
  void theGraphIsAsTheLockSays(Job job) throws IOException {
    compare(job.name().toLowerCase(Locale.ROOT), job, JobOptions.of());
  }

  @Test
  void theGraphThatTellsServersOutsideIsAsItsLockSays() throws IOException {
    JobOptions options =
        JobOptions.of(
            "--alertmanager.url", "http://localhost:9093", "--postgres.url", "jdbc:postgresql:db");
    compare("correlate-delivery", Job.CORRELATE, options);
  }

  @Test
  void theGraphThatFollowsBudgetsIsAsItsLockSays() throws IOException {
    Path budgets =
        Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/budgets.yaml");
    JobOptions options = JobOptions.of("--finops.budgets", budgets.toString());
    compare("finops-budgets", Job.FINOPS, options);
  }

  @Test
  void theGraphThatReadsMetricsOfTokensIsAsItsLockSays() throws IOException {
    compare("finops-tokens", Job.FINOPS, JobOptions.of("--finops.token-metrics", "*"));
  }

  @Test
  void theGraphThatAdvisesOnWorkloadsIsAsItsLockSays() throws IOException {
    Path policy =
        Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/sovereignty.yaml");
    compare("finops-policy", Job.FINOPS, JobOptions.of("--finops.policy", policy.toString()));
  }

  @Test
  void theGraphThatCountsOutcomesIsAsItsLockSays() throws IOException {
    JobOptions options = JobOptions.of("--finops.outcomes.topics", "business-outcomes");
    compare("finops-outcomes", Job.FINOPS, options);
  }

  @Test
  void theGraphThatWritesChargesElsewhereIsAsItsLockSays() throws IOException {
    JobOptions options =
        JobOptions.of(
            "--charges.postgres",
            "true",
            "--charges.parquet",
            "charges",
            "--postgres.url",
            "jdbc:postgresql:db");
    compare("finops-delivery", Job.FINOPS, options);
  }

  @Test
  void theGraphThatWritesQualityElsewhereIsAsItsLockSays() throws IOException {
    JobOptions options =
        JobOptions.of(
            "--quality.postgres",
            "true",
            "--quality.parquet",
            "quality",
            "--postgres.url",
            "jdbc:postgresql:db");
    compare("quality-delivery", Job.QUALITY, options);
  }

  @Test
  void theGraphThatCountsForObjectivesIsAsItsLockSays() throws IOException {
    Path objectives =
        Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/objectives.yaml");
    compare(
        "all-objectives", Job.ALL, JobOptions.of("--incidents.objectives", objectives.toString()));
  }

  private static void compare(String name, Job job, JobOptions options) throws IOException {
    StreamExecutionEnvironment environment = Job.planning();
    job.build(environment, options);
    List<String> lines = new ArrayList<>();
    lines.add("max parallelism " + environment.getMaxParallelism());
    for (String line : GraphListing.of(environment)) {
      lines.add(line);
      String state = STATE.get(line.substring(0, line.indexOf(' ')));
      if (state != null) {
        lines.add("  state: " + state);
      }
    }
    Path lock =
        Path.of(System.getProperty("signalbox.root", ".."))
            .resolve("jobs/topology-" + name + ".lock");
    String text = String.join("\n", lines) + "\n";
    if (System.getProperty("signalbox.update") != null) {
      Files.createDirectories(lock.getParent());
      Files.writeString(lock, text);
    }
    assertEquals(Files.readString(lock), text);
  }
}
