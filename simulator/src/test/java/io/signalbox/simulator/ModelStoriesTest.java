// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.simulator.Recording.From;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What can be seen of failures of models and agents. */
class ModelStoriesTest {
  @Test
  void aProviderThatIsFallenBackToRefusesToo() {
    Recording world = Recording.of("14m", 1, "provider-cascade@4m+8m");
    List<Span> early = spans(world, "chat claude", 4, 6);
    List<Span> late = spans(world, "chat claude", 6.2, 12);
    double usual = spans(world, "chat claude", 0, 4).size() / 4.0;
    assertTrue(early.size() / 2.0 > 2 * usual, usual + " a minute, then " + early.size() / 2.0);
    assertTrue(Recording.share(early, Recording::failed) < 0.05);
    assertEquals(0.55, Recording.share(late, Recording::failed), 0.12);
    assertEquals(0.85, Recording.share(spans(world, "chat gpt", 4, 12), Recording::failed), 0.08);
    double counted = Gauged.rise(world, "assistant", "gen_ai.client.operation.duration", 4, 12);
    assertTrue(counted > 100, counted + " questions");
  }

  @Test
  void anAgentAsksTheSameAgainAndAgainAndNeverEnds() {
    Recording world = Recording.of("16m", 1, "runaway-agent@4m+11m", "noisy-neighbour@30s+1s");
    String run =
        spans(world, "execute_tool", 14, 15).stream()
            .map(s -> text(s, "gen_ai.conversation.id"))
            .filter(id -> started(world, id) < 6)
            .findFirst()
            .orElseThrow();
    Predicate<Span> same =
        s ->
            text(s, "gen_ai.conversation.id").equals(run)
                && text(s, "gen_ai.tool.call.arguments").equals("{\"page\":3}");
    assertTrue(spans(world, "execute_tool", 4, 15).stream().filter(same).count() > 300);
    assertEquals(
        0,
        spans(world, "invoke_agent", 4, 14).stream()
            .filter(s -> text(s, "gen_ai.conversation.id").equals(run))
            .count());
    assertEquals(
        4.0,
        (double)
            spans(world, "execute_tool", 0, 4).stream()
                .map(s -> text(s, "gen_ai.tool.call.arguments"))
                .distinct()
                .count(),
        1.0);
  }

  @Test
  void littleIsFoundInAWrongIndex() {
    Recording world = Recording.of("14m", 1, "rag-degradation@4m+8m");
    assertTrue(world.changes.get(0).contains("signalbox-index.modified"));
    Predicate<Span> empty =
        s ->
            Recording.value(s.getAttributesList(), "gen_ai.retrieval.documents.count").getIntValue()
                == 0;
    assertEquals(0, Recording.share(spans(world, "retrieval", 0, 6), empty));
    assertTrue(Recording.share(spans(world, "retrieval", 6.1, 12), empty) > 0.3);
    double usual = tokens(spans(world, "chat", 0, 6));
    assertEquals(0.4 * usual, tokens(spans(world, "chat", 6.2, 12)), 0.1 * usual);
    assertTrue(score(world, "groundedness", 6.2, 12) < 0.6);
    assertTrue(score(world, "groundedness", 0, 6) > 0.8);
  }

  @Test
  void oneTenantTalksTheAssistantIntoToolsAndSecrets() {
    Recording world = Recording.of("14m", 1, "prompt-injection@3m+9m");
    List<From<LogRecord>> suspicious =
        Gauged.records(world, 3, 12, r -> rated(r, "prompt_injection") > 0.8);
    assertTrue(suspicious.size() > 20);
    assertTrue(
        suspicious.stream()
            .allMatch(r -> Recording.text(r.item().getAttributesList(), "tenant").equals("acme")));
    assertEquals(0, Gauged.records(world, 0, 3, r -> rated(r, "prompt_injection") > 0.8).size());
    assertEquals(0, denied(world, 0, 5).size());
    assertTrue(denied(world, 5, 12).size() > 5);
    assertTrue(Gauged.records(world, 7, 12, r -> rated(r, "secret_leak") > 0.8).size() >= 7);
    double before = Gauged.rise(world, "assistant", "k8s.pod.network.io", 0, 3);
    assertTrue(Gauged.rise(world, "assistant", "k8s.pod.network.io", 8, 11) > 6 * before);
  }

  private static List<Span> denied(Recording world, double from, double to) {
    return spans(world, "execute_tool", from, to).stream()
        .filter(s -> text(s, "error.type").equals("permission_denied"))
        .toList();
  }

  private static double started(Recording world, String run) {
    return spans(world, "execute_tool", 0, 16).stream()
        .filter(s -> text(s, "gen_ai.conversation.id").equals(run))
        .mapToDouble(
            s -> (s.getStartTimeUnixNano() - Recording.nanos(SimulationOptions.START)) / 60e9)
        .min()
        .orElseThrow();
  }

  private static double score(Recording world, String name, double from, double to) {
    return Gauged.records(world, from, to, r -> !Double.isNaN(rated(r, name))).stream()
        .mapToDouble(r -> rated(r.item(), name))
        .average()
        .orElseThrow();
  }

  private static double rated(LogRecord record, String name) {
    return Recording.text(record.getAttributesList(), "gen_ai.evaluation.name").equals(name)
        ? Recording.value(record.getAttributesList(), "gen_ai.evaluation.score.value")
            .getDoubleValue()
        : Double.NaN;
  }

  private static double tokens(List<Span> chats) {
    return chats.stream()
        .filter(s -> !Recording.failed(s))
        .mapToLong(
            s -> Recording.value(s.getAttributesList(), "gen_ai.usage.output_tokens").getIntValue())
        .average()
        .orElseThrow();
  }

  private static String text(Span span, String key) {
    return Recording.text(span.getAttributesList(), key);
  }

  private static List<Span> spans(Recording world, String name, double from, double to) {
    return world.spans.stream()
        .map(From::item)
        .filter(s -> s.getName().startsWith(name))
        .filter(s -> Recording.within(s.getEndTimeUnixNano(), from, to))
        .toList();
  }
}
