// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Makes usages of real traces, in the order of their arrival: some come twice, some late, some are
 * revised. Each trace begins at a time that is chosen, as if it had been recorded then.
 */
public final class TraceUsages {
  private static final long LATEST_MS = 48 * 3_600_000L;
  private final Settings settings;
  private final Random random;
  private final List<Delivery> deliveries = new ArrayList<>();
  private long requests;

  /**
   * What to make.
   *
   * @param start when each trace begins
   * @param share of the rates of ServeGen, above 0 and up to 1
   * @param duplicates share of usages that come twice
   * @param late share that comes up to 48 hours late
   * @param revisions share that is revised
   * @param seed of all that is drawn
   */
  public record Settings(
      Instant start, double share, double duplicates, double late, double revisions, long seed) {}

  private record Delivery(
      long arrival,
      long number,
      int revision,
      String model,
      String feature,
      TraceRequest request,
      long atMs) {}

  private TraceUsages(Settings settings) {
    this.settings = settings;
    this.random = new Random(settings.seed());
  }

  /**
   * Writes usages of all traces.
   *
   * @param traces the folder of the traces
   * @return how many requests they are of
   * @throws IOException if a trace cannot be read or the file not be written
   */
  public static long write(Path traces, Settings settings, Path file) throws IOException {
    TraceUsages usages = new TraceUsages(settings);
    for (String service : List.of("code", "conv")) {
      List<TraceRequest> all = new ArrayList<>();
      AzureTrace.read(
          traces.resolve("AzureLLMInferenceTrace_" + service + "_2023.csv"),
          "azure-" + service,
          all::add);
      usages.deliver(all, "gpt-4.1", service);
    }
    List<TraceRequest> mooncake = new ArrayList<>();
    MooncakeTrace.read(traces.resolve("mooncake_synthetic_trace.jsonl"), "mooncake", mooncake::add);
    usages.deliver(mooncake, "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "chat");
    ServeGenTrace gen = new ServeGenTrace(settings.share(), settings.seed());
    List<TraceRequest> reason = new ArrayList<>();
    gen.read(traces.resolve("servegen/reason/deepseek-r1"), reason::add);
    usages.deliver(reason, "gpt-5-mini", "reason");
    List<TraceRequest> images = new ArrayList<>();
    gen.read(traces.resolve("servegen/multimodal/mm-image"), images::add);
    usages.deliver(images, "gemini-2.5-pro", "image");
    usages.write(file);
    return usages.requests;
  }

  private void deliver(List<TraceRequest> all, String model, String feature) {
    long first = all.stream().mapToLong(TraceRequest::atMs).min().orElse(0);
    for (TraceRequest request : all) {
      long at = settings.start().toEpochMilli() + request.atMs() - first;
      long arrival = at;
      if (random.nextDouble() < settings.late()) {
        arrival += (long) (random.nextDouble() * LATEST_MS);
      }
      long number = ++requests;
      Delivery one = new Delivery(arrival, number, 1, model, feature, request, at);
      deliveries.add(one);
      if (random.nextDouble() < settings.duplicates()) {
        deliveries.add(again(one, 1));
      }
      if (random.nextDouble() < settings.revisions()) {
        deliveries.add(again(one, 2));
      }
    }
  }

  private Delivery again(Delivery one, int revision) {
    long arrival = one.arrival + (long) (random.nextDouble() * LATEST_MS);
    return new Delivery(
        arrival, one.number, revision, one.model, one.feature, one.request, one.atMs);
  }

  private void write(Path file) throws IOException {
    deliveries.sort(
        Comparator.comparingLong(Delivery::arrival)
            .thenComparingLong(Delivery::number)
            .thenComparingInt(Delivery::revision));
    try (BufferedWriter text = Files.newBufferedWriter(file);
        JsonGenerator out = new JsonFactory().createGenerator(text).setRootValueSeparator(null)) {
      for (Delivery one : deliveries) {
        usage(one, out);
      }
    }
  }

  private static void usage(Delivery one, JsonGenerator out) throws IOException {
    TraceRequest request = one.request;
    out.writeStartObject();
    out.writeStringField("timestamp", Instant.ofEpochMilli(one.atMs).toString());
    out.writeStringField("tenant", request.tenant());
    out.writeStringField("feature", one.feature);
    out.writeStringField("gen_ai.request.model", one.model);
    out.writeStringField("gen_ai.response.id", "r" + one.number);
    out.writeNumberField("gen_ai.usage.input_tokens", request.input());
    count("gen_ai.usage.cache_read.input_tokens", request.cached(), out);
    count("gen_ai.usage.image.input_tokens", request.image(), out);
    // a revision counts the last token, which the first report had missed
    long more = one.revision == 1 ? 0 : 1;
    out.writeNumberField("gen_ai.usage.output_tokens", request.output() + more);
    count("gen_ai.usage.reasoning.output_tokens", request.reasoning(), out);
    if (one.revision > 1) {
      out.writeNumberField("revision", one.revision);
    }
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private static void count(String key, long tokens, JsonGenerator out) throws IOException {
    if (tokens > 0) {
      out.writeNumberField(key, tokens);
    }
  }
}
