// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.util.List;

/**
 * What a data point counts, and the keys under which a usage says so. Counters stand before
 * histograms of the same tokens; the order is part of the schema of state.
 */
public enum TokenKind {
  /** Tokens read. */
  INPUT(Keys.INPUT),
  /** Of these, sound. */
  AUDIO_INPUT(Keys.INPUT, "gen_ai.usage.audio.input_tokens"),
  /** Of these, images. */
  IMAGE_INPUT(Keys.INPUT, "gen_ai.usage.image.input_tokens"),
  /** Tokens read from a cache, counted among those read. */
  CACHE_READ("gen_ai.usage.cache_read.input_tokens"),
  /** Tokens written to a cache, counted among those read. */
  CACHE_WRITE("gen_ai.usage.cache_creation.input_tokens"),
  /** Tokens written. */
  OUTPUT(Keys.OUTPUT),
  /** Of these, sound. */
  AUDIO_OUTPUT(Keys.OUTPUT, "usage.audio.output_tokens"),
  /** Of these, images. */
  IMAGE_OUTPUT(Keys.OUTPUT, "usage.image.output_tokens"),
  /** Of these, films. */
  VIDEO_OUTPUT(Keys.OUTPUT, "usage.video.output_tokens"),
  /** Tokens thought, counted among those written. */
  REASONING("gen_ai.usage.reasoning.output_tokens"),
  /** Tokens read by each call, in a histogram. */
  INPUT_OF_CALLS(Keys.INPUT),
  /** Tokens written by each call, in a histogram. */
  OUTPUT_OF_CALLS(Keys.OUTPUT),
  /** The same as a counter has counted: it says only of how many calls. */
  CALLS_READING(Keys.INPUT),
  /** The same of tokens written. */
  CALLS_WRITING(Keys.OUTPUT);

  @SuppressWarnings("ImmutableEnumChecker") // it is made by List.of
  private final List<String> keys;

  TokenKind(String... keys) {
    this.keys = List.of(keys);
  }

  /** Where its tokens are counted in a usage. */
  List<String> keys() {
    return keys;
  }

  /** Whether it is a counter of all that was read. */
  boolean countsInput() {
    return compareTo(CACHE_READ) < 0;
  }

  /** Whether it is a counter of all that was written. */
  boolean countsOutput() {
    return compareTo(OUTPUT) >= 0 && compareTo(REASONING) < 0;
  }

  /** What of so many tokens count in a usage. */
  long counted(long tokens) {
    return compareTo(CALLS_READING) < 0 ? tokens : 0;
  }

  /** Whether it is of calls that read. */
  boolean ofCallsReading() {
    return this == INPUT_OF_CALLS || this == CALLS_READING;
  }

  /** Whether it is of calls that wrote. */
  boolean ofCallsWriting() {
    return this == OUTPUT_OF_CALLS || this == CALLS_WRITING;
  }

  private static final class Keys {
    static final String INPUT = "gen_ai.usage.input_tokens";
    static final String OUTPUT = "gen_ai.usage.output_tokens";
  }
}
