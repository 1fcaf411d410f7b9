// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.Quarantine;
import io.signalbox.schemas.finops.CostJournal;
import io.signalbox.schemas.finops.PriceQuarantine;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.FinopsTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Prices that leapt, as the command writes them and as the last records of the topic say. */
final class QuarantineLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, PriceQuarantine> latest = new HashMap<>();

  void add(PriceQuarantine one) {
    PriceQuarantine before = latest.put(FinopsTopics.PRICE_QUARANTINE.key().of(one), one);
    if (before != null && before.revision() >= one.revision()) {
      throw new AssertionError(one + " after " + before);
    }
  }

  /** Of the records that hold, sorted. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (PriceQuarantine one : latest.values()) {
      if (one.holds()) {
        SortedMap<String, String> values = values(JSON.readTree(RecordJson.write(one)));
        values.keySet().removeAll(List.of("ordinal", "revision"));
        lines.add(values.toString());
      }
    }
    return lines.stream().sorted().toList();
  }

  /** The file {@code quarantine.jsonl} of the command. */
  static List<String> of(PriceBook book) throws IOException {
    Path file = Files.createTempFile("quarantine", ".jsonl");
    try (CostJournal journal = CostJournal.create(file)) {
      for (Quarantine leap : book.quarantines()) {
        journal.leapt(leap);
      }
    }
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(values(JSON.readTree(line)).toString());
    }
    Files.delete(file);
    return lines.stream().sorted().toList();
  }

  private static SortedMap<String, String> values(JsonNode json) {
    SortedMap<String, String> values = new TreeMap<>();
    json.properties()
        .forEach(
            one -> {
              if (!one.getValue().isNull()) {
                String text = one.getValue().asText();
                boolean time = one.getKey().endsWith("_at"); // in files without empty milliseconds
                values.put(one.getKey(), time ? Instant.parse(text).toString() : text);
              }
            });
    return values;
  }
}
