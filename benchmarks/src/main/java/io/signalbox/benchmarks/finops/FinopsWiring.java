// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.jobs.finops.Budgeted;
import io.signalbox.jobs.finops.Charged;
import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.finops.FinopsTopology;
import io.signalbox.jobs.finops.Summed;
import io.signalbox.jobs.finops.UsageTimes;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Wires each pipeline behind the same usages. */
final class FinopsWiring {
  static final String PRICES =
      """
      {"gpt-4.1":{"litellm_provider":"openai","input_cost_per_token":2e-06,
      "cache_read_input_token_cost":5e-07,"output_cost_per_token":8e-06},
      "gpt-5-mini":{"litellm_provider":"openai","input_cost_per_token":2.5e-07,
      "cache_read_input_token_cost":2.5e-08,"output_cost_per_token":2e-06},
      "gemini-2.5-pro":{"litellm_provider":"gemini","input_cost_per_token":1.25e-06,
      "input_cost_per_token_above_200k_tokens":2.5e-06,"cache_read_input_token_cost":3.125e-07,
      "output_cost_per_token":1e-05,"output_cost_per_token_above_200k_tokens":1.5e-05},
      "claude-sonnet-4-5":{"litellm_provider":"anthropic","input_cost_per_token":3e-06,
      "cache_read_input_token_cost":3e-07,"output_cost_per_token":1.5e-05}}
      """;

  private static final String BUDGETS =
      """
      apiVersion: signalbox/v1
      kind: Budgets
      budgets:
        - name: everything
          window: month
          amount: 50000
          children:
            - {name: feature, scope: {feature: feature-1}, amount: 10000}
        - {name: tenant, window: day, scope: {tenant: tenant-7}, amount: 200}
      """;

  private FinopsWiring() {}

  static void build(FinopsPipeline pipeline, DataStream<byte[]> lines, Path folder)
      throws IOException {
    switch (pipeline) {
      case SEND -> drop(lines, "usages");
      case PASS_THROUGH ->
          drop(
              FinopsTopology.gather(read(lines), JobOptions.of())
                  .keyBy(UsageBatch::key, Types.STRING),
              "batches");
      case CHARGE_HEAP, CHARGE_ROCKSDB ->
          drop(charged(lines, folder, "", false).postings(), "postings");
      case SUMS_HEAP, SUMS_ROCKSDB -> sums(charged(lines, folder, "", true));
      case ROWS_HEAP -> rows(charged(lines, folder, "", false));
      case BUDGETS_HEAP, BUDGETS_ROCKSDB -> budgets(charged(lines, folder, BUDGETS, false));
      case NAIVE_HEAP, NAIVE_ROCKSDB -> drop(NaiveCharges.build(lines), "sums");
    }
  }

  private static Charged charged(
      DataStream<byte[]> lines, Path folder, String budgets, boolean sums) throws IOException {
    Path prices = Files.writeString(folder.resolve("prices.json"), PRICES);
    Path limits = Files.writeString(folder.resolve("budgets.yaml"), budgets);
    JobOptions options =
        JobOptions.of(
            "--finops.catalogue",
            prices.toString(),
            "--finops.retention",
            "1d",
            "--finops.budgets",
            budgets.isEmpty() ? "" : limits.toString(),
            "--finops.aggregates",
            Boolean.toString(sums));
    Charged charged = FinopsTopology.build(new FinopsInputs(read(lines), null, null), options);
    drop(charged.totals(), "totals");
    drop(charged.refused(), "refused");
    drop(charged.episodes(), "episodes");
    return charged;
  }

  private static void sums(Charged charged) {
    Summed sums = Objects.requireNonNull(charged.sums());
    drop(charged.postings(), "postings");
    drop(sums.aggregates(), "aggregates");
    drop(sums.showback(), "showback");
  }

  private static void rows(Charged charged) {
    drop(
        charged
            .rows()
            .map(RecordJson::write)
            .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
            .uid("encode-rows"),
        "rows");
  }

  private static void budgets(Charged charged) {
    Budgeted budgeted = Objects.requireNonNull(charged.budgets());
    drop(charged.postings(), "postings");
    drop(budgeted.alerts(), "alerts");
    drop(budgeted.states(), "states");
  }

  /** Usages with event time, as the job reads them. */
  private static DataStream<UsageBatch> read(DataStream<byte[]> lines) {
    return lines
        .flatMap(new ReadLines())
        .returns(new UsageBatchType())
        .uid("read-lines")
        .name("Read lines")
        .assignTimestampsAndWatermarks(UsageTimes.bounded(Duration.ofSeconds(10)))
        .uid("watch-time")
        .name("Watch time");
  }

  private static void drop(DataStream<?> records, String what) {
    records.sinkTo(new DiscardingSink<>()).uid("discard-" + what).name("Discard " + what);
  }
}
