// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.signalbox.benchmarks.load.Sent;
import java.time.LocalDate;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/**
 * Usage events as fast as they are taken: most are new responses, some are told again, some are
 * revised. Only the id and the time of each are written; the rest of a line is made once. All that
 * a day has comes in its first seconds, so that days end, and what is kept for a day has a bound.
 */
public final class UsageLoad implements GeneratorFunction<Long, byte[]> {
  private static final long serialVersionUID = 1;

  /** Usages that nobody will ever reach. */
  static final long ENDLESS = 1L << 40;

  private static final int PER_MS = 50;
  private static final int TENANTS = 50;
  private static final int VARIANTS = 2000;
  private static final int DIGITS = 13;
  private static final String ZEROS = "0".repeat(DIGITS);
  private static final String MIDNIGHT = "2025-10-09T00:00:00.000";
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 9);
  private static final String[] MODELS = {
    "gpt-4.1", "gpt-5-mini", "gemini-2.5-pro", "claude-sonnet-4-5"
  };

  private final int keys;
  private transient @Nullable Variants made;
  private transient @Nullable LocalDate date;
  private transient long day;

  /**
   * Makes the source function.
   *
   * @param keys new responses a day; what is told again or revised is one of so many before
   */
  UsageLoad(int keys) {
    this.keys = keys;
  }

  private record Variants(byte[][] lines, int[] idAt, int[] timeAt) {}

  @Override
  public byte[] map(Long number) {
    Variants variants = made;
    if (variants == null) {
      variants = make();
      made = variants;
    }
    long n = number;
    int draw = (int) ((n * 0x9E3779B97F4A7C15L) >>> 40) % 100;
    boolean revised = draw < 2 && n > keys;
    boolean again = draw >= 2 && draw < 12 && n > keys;
    long response = revised || again ? n - 1 - Math.floorMod(n * 31, keys) : n;
    int variant = (int) (response % VARIANTS) + (revised ? VARIANTS : 0);
    byte[] line = variants.lines[variant].clone();
    digits(line, variants.idAt[variant], DIGITS, response);
    time(line, variants.timeAt[variant], response);
    Sent.add(1);
    return line;
  }

  private static void digits(byte[] line, int at, int count, long number) {
    long rest = number;
    for (int i = at + count - 1; i >= at; i--) {
      line[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Day and time of a response into {@code yyyy-MM-ddTHH:mm:ss.SSS}. */
  private void time(byte[] line, int at, long response) {
    LocalDate today = date;
    if (today == null || response / keys != day) {
      day = response / keys;
      today = FIRST_DAY.plusDays(day);
      date = today;
    }
    long ms = response % keys / PER_MS;
    digits(line, at, 4, today.getYear());
    digits(line, at + 5, 2, today.getMonthValue());
    digits(line, at + 8, 2, today.getDayOfMonth());
    digits(line, at + 11, 2, ms / 3_600_000);
    digits(line, at + 14, 2, ms / 60_000 % 60);
    digits(line, at + 17, 2, ms / 1000 % 60);
    digits(line, at + 20, 3, ms % 1000);
  }

  private static Variants make() {
    byte[][] lines = new byte[2 * VARIANTS][];
    int[] idAt = new int[lines.length];
    int[] timeAt = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      String line = line(i % VARIANTS, i < VARIANTS ? 1 : 2);
      timeAt[i] = line.indexOf(MIDNIGHT);
      idAt[i] = line.lastIndexOf(ZEROS);
      lines[i] = line.getBytes(US_ASCII);
    }
    return new Variants(lines, idAt, timeAt);
  }

  private static String line(int variant, int revision) {
    int input = 200 + 37 * variant % 9000;
    return """
        {"timestamp":"%sZ","tenant":"tenant-%d","team":"team-%d","feature":"feature-%d",\
        "gen_ai.operation.name":"chat","gen_ai.provider.name":"openai",\
        "gen_ai.request.model":"%s","gen_ai.response.model":"%s",\
        "gen_ai.response.id":"resp-%s","gen_ai.usage.input_tokens":%d,\
        "gen_ai.usage.cache_read.input_tokens":%d,"gen_ai.usage.output_tokens":%d,\
        "revision":%d}"""
        .formatted(
            MIDNIGHT,
            variant % TENANTS,
            variant % 8,
            variant % 5,
            MODELS[variant % MODELS.length],
            MODELS[variant % MODELS.length],
            ZEROS,
            input,
            input / 3,
            10 + 7 * variant % 2000 + revision,
            revision);
  }
}
