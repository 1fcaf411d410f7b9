// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.finops.CsvRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Gamma;

/**
 * Draws requests from the statistics of ServeGen: per client arrivals at the mean rate of each ten
 * minutes, of the family that is given, and tokens from the frequencies of each six hours.
 */
final class ServeGenTrace {
  private static final int WINDOW_S = 600;
  private static final int TOKENS_S = 21_600;
  private final double share;
  private final long seed;

  /**
   * A reader.
   *
   * @param share of the rate to draw, above 0 and up to 1
   */
  ServeGenTrace(double share, long seed) {
    this.share = share;
    this.seed = seed;
  }

  void read(Path folder, Consumer<TraceRequest> to) throws IOException {
    List<Path> traces;
    try (Stream<Path> all = Files.list(folder)) {
      traces = all.filter(file -> file.toString().endsWith("-trace.csv")).sorted().toList();
    }
    for (int client = 0; client < traces.size(); client++) {
      client(traces.get(client), seed + client, to);
    }
  }

  private void client(Path trace, long own, Consumer<TraceRequest> to) throws IOException {
    String name = trace.getFileName().toString().replace("-trace.csv", "");
    JsonNode tokens =
        new ObjectMapper().readTree(trace.resolveSibling(name + "-dataset.json").toFile());
    RandomGenerator arrivals = new Well19937c(own);
    Random random = new Random(own);
    try (CsvRecords in = CsvRecords.open(trace)) {
      Counts counts = null;
      int countsFrom = -1;
      List<String> row;
      while ((row = in.next()) != null) {
        int start = Integer.parseInt(row.get(0));
        double rate = Double.parseDouble(row.get(1)) * share;
        if (rate <= 0) {
          continue;
        }
        int from = start / TOKENS_S * TOKENS_S;
        if (counts == null || from != countsFrom) {
          counts = new Counts(tokens.path(String.valueOf(from)));
          countsFrom = from;
        }
        RealDistribution gap = gap(row, rate, arrivals);
        for (double at = gap.sample(); at < WINDOW_S; at += gap.sample()) {
          to.accept(counts.draw(name, Math.round((start + at) * 1000), random));
        }
      }
    }
  }

  private static RealDistribution gap(List<String> row, double rate, RandomGenerator random) {
    if (row.get(3).equals("Weibull")) {
      double shape = Double.parseDouble(row.get(4));
      double scale = 1 / (rate * Math.exp(Gamma.logGamma(1 + 1 / shape)));
      return new WeibullDistribution(random, shape, scale);
    }
    double cv = Math.max(0.05, Double.parseDouble(row.get(2)));
    return new GammaDistribution(random, 1 / (cv * cv), cv * cv / rate);
  }

  /** How many tokens requests of some hours have. */
  private static final class Counts {
    private final Frequencies text;
    private final Frequencies image;
    private final Frequencies output;
    private final Frequencies thought;

    Counts(JsonNode node) {
      this.text =
          Frequencies.of(node.path("input_tokens").asText(node.path("text_tokens").asText()));
      this.image = Frequencies.of(node.path("image_tokens").asText());
      this.output = Frequencies.of(node.path("output_tokens").asText());
      this.thought = Frequencies.of(node.path("reason_ratio").asText());
    }

    TraceRequest draw(String client, long atMs, Random random) {
      long images = (long) image.draw(random);
      long out = (long) output.draw(random);
      long thoughts = (long) (out * Math.min(1, thought.draw(random)));
      long in = (long) text.draw(random) + images;
      return new TraceRequest(client, atMs, in, 0, images, out, thoughts);
    }
  }
}
