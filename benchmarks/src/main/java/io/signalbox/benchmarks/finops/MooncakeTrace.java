// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.finops.TextLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the trace of Mooncake, in which blocks of 512 tokens that were seen before are cached. */
final class MooncakeTrace {
  private static final long BLOCK = 512;

  private MooncakeTrace() {}

  static void read(Path file, String tenant, Consumer<TraceRequest> to) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Set<Long> seen = new HashSet<>();
    try (BufferedReader in = TextLines.open(file)) {
      String line;
      while ((line = in.readLine()) != null) {
        JsonNode request = json.readTree(line);
        long hits = 0;
        for (JsonNode block : request.path("hash_ids")) {
          hits += seen.add(block.asLong()) ? 0 : 1;
        }
        long input = request.path("input_length").asLong();
        to.accept(
            new TraceRequest(
                tenant,
                request.path("timestamp").asLong(),
                input,
                Math.min(input, hits * BLOCK), // the last block is not full
                0,
                request.path("output_length").asLong(),
                0));
      }
    }
  }
}
