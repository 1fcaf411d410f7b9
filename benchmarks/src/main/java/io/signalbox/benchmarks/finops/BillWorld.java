// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of models over the end of a month, half of them told by spans and half by usage events,
 * some of these twice, late or revised; and prices that leap, are mended, come late and are
 * approved meanwhile.
 */
final class BillWorld {
  static final Instant START = Instant.parse("2025-10-31T23:50:00Z");
  static final int SECONDS = 1200;
  static final int CALLS_A_SECOND = 10;
  private static final int AGAIN_AFTER = 30;
  private static final int REVISED_AFTER = 60;

  private static final String CATALOGUE =
      """
      {"sonnet":{"litellm_provider":"bedrock","output_cost_per_token":1.5e-05},
      "mini":{"litellm_provider":"openai","input_cost_per_token":2.5e-07,
      "cache_read_input_token_cost":2.5e-08,"output_cost_per_token":2e-06},
      "flash":{"litellm_provider":"gemini","input_cost_per_token":3.0000000000000004e-07,
      "cache_read_input_token_cost":7.5e-08,"output_cost_per_token":2.5e-06}}
      """;

  private final List<List<String>> events = new ArrayList<>();
  private final List<News> news = new ArrayList<>();

  /**
   * Something told of a price.
   *
   * @param second of the feed in which it is told
   * @param sinceSecond from when it holds
   * @param json as in its topic
   * @param approval whether a person says it
   */
  record News(int second, int sinceSecond, String json, boolean approval) {}

  BillWorld() {
    for (int second = 0; second < SECONDS; second++) {
      events.add(new ArrayList<>());
    }
    for (int number = 0; number < SECONDS * CALLS_A_SECOND; number += 2) {
      deliver(number);
    }
    price(0, -3600, "sonnet", "input_cost_per_token", "", "3e-06");
    price(0, -3600, "sonnet", "cache_read_input_token_cost", "", "3e-07");
    price(180, 180, "sonnet", "input_cost_per_token", "3e-06", "3.3e-05");
    price(180, 180, "sonnet", "cache_read_input_token_cost", "3e-07", "3.3e-06");
    price(480, 480, "flash", "output_cost_per_token", "2.5e-06", "2.5e-05");
    price(660, 300, "mini", "output_cost_per_token", "2e-06", "2.4e-06"); // told late
    approve(780, 480, "flash", "output_cost_per_token");
    price(900, 900, "sonnet", "input_cost_per_token", "3.3e-05", "3.3e-06");
    price(900, 900, "sonnet", "cache_read_input_token_cost", "3.3e-06", "3.3e-07");
  }

  private void deliver(int number) {
    BillCall call = call(number);
    int second = number / CALLS_A_SECOND;
    int arrives = number % 40 == 0 ? (second + SECONDS) / 2 : second;
    event(arrives, call.line(1));
    if (number % 20 == 2) {
      event(arrives + AGAIN_AFTER, call.line(1));
    }
    if (number % 40 == 4) {
      event(arrives + REVISED_AFTER, call.line(2));
    }
  }

  private void event(int second, String line) {
    events.get(Math.min(second, SECONDS - 1)).add(line);
  }

  private void price(
      int second, int sinceSecond, String model, String field, String old, String price) {
    String json =
        """
        {"effective_at":"%s","model":"%s","field":"%s","old":"%s","new":"%s","kind":"%s"}"""
            .formatted(at(sinceSecond), model, field, old, price, kind(old));
    news.add(new News(second, sinceSecond, json, false));
  }

  private static String kind(String old) {
    return old.isEmpty() ? "add" : "change";
  }

  private void approve(int second, int sinceSecond, String model, String field) {
    String json =
        """
        {"effective_at":"%s","approved_at":"%s","model":"%s","field":"%s","decision":"approve"}"""
            .formatted(at(sinceSecond), at(second), model, field);
    news.add(new News(second, second, json, true));
  }

  static Instant at(int second) {
    return START.plusSeconds(second);
  }

  static BillCall call(int number) {
    return new BillCall(number, START.toEpochMilli() + 1000L * number / CALLS_A_SECOND);
  }

  /** The usage events that come in a second of the feed. */
  List<String> events(int second) {
    return events.get(second);
  }

  /** The calls of a second that spans tell of. */
  static List<BillCall> spans(int second) {
    List<BillCall> calls = new ArrayList<>();
    for (int i = 1; i < CALLS_A_SECOND; i += 2) {
      calls.add(call(second * CALLS_A_SECOND + i));
    }
    return calls;
  }

  /** What is told of prices, in its order. */
  List<News> news() {
    return news;
  }

  /** Writes the same for the command, which knows of no spans. */
  CostInputs write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      lines.addAll(events(second));
      spans(second).forEach(call -> lines.add(call.line(1)));
    }
    List<String> history = new ArrayList<>(List.of("effective_at,model,field,old,new,kind"));
    List<String> approvals = new ArrayList<>();
    for (News one : news) {
      if (one.approval()) {
        approvals.add(one.json());
      } else {
        history.add(one.json().replaceAll("\"[a-z_]+\":|[{}\"]", ""));
      }
    }
    Files.createDirectories(folder);
    return new CostInputs(
        Files.write(folder.resolve("usage.jsonl"), lines),
        Files.writeString(folder.resolve("prices.json"), CATALOGUE),
        Files.write(folder.resolve("history.csv"), history),
        Files.write(folder.resolve("approvals.jsonl"), approvals),
        null,
        null,
        null);
  }
}
