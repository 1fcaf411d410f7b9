// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.AllInputs;
import io.signalbox.jobs.AllTopology;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.SequenceSource;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From spans of a model that writes too much to the episode of its cost, a match, an incident. */
@Timeout(300)
class CostEpisodesITCase {
  private static final String PRICES =
      """
      {"gpt":{"litellm_provider":"openai","input_cost_per_token":2e-06,
      "output_cost_per_token":8e-06}}
      """;

  private static final String RULE =
      """
      apiVersion: signalbox/v1
      kind: FailurePattern
      metadata:
        id: dear-model
        version: 1
        severity: medium
        description: A model costs more than twice what it usually does.
        owner: finops
        source: ["a test"]
        effectiveAt: 2025-10-01T05:00:00Z
        runbook: docs/runbooks/provider-cascade.md
      spec:
        key: model
        skip: PAST_LAST_EVENT
        within: 1h
        cooldown: 3h
        bound: 16
        sequence:
          - stage: dear
            where: e.type == "cost.opened" && e.signal == "cost" && e.ratio > 2.0
        emit:
          title: "{dear.model} costs more than usual"
          blame: dear
          confidence: 0.5
      tests: []
      """;

  @TempDir Path folder;

  private Path run(String name, int parallelism, Backend backend, long seed) throws Exception {
    Path prices = Files.writeString(folder.resolve(name + ".json"), PRICES);
    JobOptions options = JobOptions.of("--finops.catalogue", prices.toString());
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve(name + "-checkpoints"), Duration.ofSeconds(1));
    var batches =
        environment
            .fromSource(
                new SequenceSource(new ChattyBot(seed)),
                BatchTimes.stated(),
                "Bot",
                new SignalBatchType())
            .setParallelism(1)
            .uid("bot");
    var rules =
        environment
            .fromData(List.of(new RuleText("dear.yaml", RULE)), TypeInformation.of(RuleText.class))
            .setParallelism(1)
            .uid("rules");
    AllInputs inputs =
        new AllInputs(
            batches,
            rules,
            null,
            null,
            null,
            null,
            null,
            null,
            spans ->
                new FinopsInputs(
                    spans
                        .flatMap(new ReadSpans(new ExchangeRates()))
                        .returns(new UsageBatchType())
                        .uid("read-spans"),
                    null,
                    null));
    FileOutputs outputs = new FileOutputs(folder.resolve(name), false);
    AllTopology.build(inputs, options, outputs);
    outputs.begin();
    environment.execute("costs");
    outputs.finish();
    return folder.resolve(name);
  }

  private static <T> List<T> records(Path out, Topic<T> topic) throws IOException {
    List<T> all = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(topic.name() + ".jsonl"))) {
      all.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
    }
    return all;
  }

  @Test
  void aModelThatWritesTooMuchIsAnEpisodeAMatchAndEvidenceAtAnyParallelism() throws Exception {
    Path first = run("first", 1, Backend.HASHMAP, 0);
    Instant odd = Instant.ofEpochMilli(ChattyBot.START + ChattyBot.ODD_HOUR * 3_600_000L);

    List<CostEpisode> episodes =
        records(first, FinopsTopics.COST_EPISODES).stream()
            .filter(one -> one.dimension().equals("model") && one.metric().equals("cost"))
            .toList();
    assertEquals(
        List.of(EpisodeStatus.OPEN, EpisodeStatus.CLOSED),
        episodes.stream().map(CostEpisode::status).toList());
    CostEpisode opened = episodes.get(0);
    assertEquals("gpt", opened.value());
    assertEquals(odd, opened.fromAt());
    assertEquals(odd.plusSeconds(3600), opened.updatedAt());
    assertEquals("output_length", opened.driver());

    List<PatternMatch> matches =
        records(first, Topics.PATTERN_MATCHES).stream()
            .filter(one -> one.pattern().equals("dear-model"))
            .toList();
    assertEquals(1, matches.size());
    assertEquals("gpt costs more than usual", matches.get(0).title());

    List<Incident> incidents = records(first, Topics.INCIDENTS);
    assertTrue(
        incidents.stream().anyMatch(one -> one.toString().contains("cost of model=gpt")),
        incidents::toString);

    Path second = run("second", 3, Backend.ROCKSDB, 5);
    for (Topic<?> topic :
        List.of(FinopsTopics.COST_EPISODES, Topics.PATTERN_MATCHES, Topics.INCIDENTS)) {
      String file = topic.name() + ".jsonl";
      assertEquals(
          Files.readString(first.resolve(file)), Files.readString(second.resolve(file)), file);
    }
  }
}
