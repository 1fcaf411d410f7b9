// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import io.signalbox.analytics.finops.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The metrics of tokens that the OpenTelemetry conventions for generative AI know. */
public enum TokenMetric {
  /** Tokens of each call by type, a histogram. */
  OF_CALLS("gen_ai.client.token.usage"),
  /** Tokens read, a counter by modality as all that follow. */
  INPUT("gen_ai.client.inference.usage.input_tokens"),
  /** Tokens written. */
  OUTPUT("gen_ai.client.inference.usage.output_tokens"),
  /** Of those read, from a cache. */
  CACHE_READ("gen_ai.client.inference.usage.cache_read.input_tokens"),
  /** Of those read, written to a cache. */
  CACHE_WRITE("gen_ai.client.inference.usage.cache_write.input_tokens"),
  /** Of those written, thoughts. */
  REASONING("gen_ai.client.inference.usage.reasoning.output_tokens");

  /** The attribute that tells input from output. */
  public static final String TYPE = "gen_ai.token.type";

  /** The attribute that tells text from sound and images. */
  public static final String MODALITY = "gen_ai.token.modality";

  private static final Map<String, TokenMetric> NAMED =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one.text, one -> one));

  private final String text;

  TokenMetric(String text) {
    this.text = text;
  }

  /** The metric of a name, or null. */
  public static @Nullable TokenMetric named(String name) {
    return NAMED.get(name);
  }

  /** Its name. */
  public String text() {
    return text;
  }

  /** Whether it is a histogram. */
  public boolean ofCalls() {
    return this == OF_CALLS;
  }

  /**
   * What its points count.
   *
   * @param type of tokens as a histogram states it, empty when it does not
   * @param modality of tokens as a counter states it, empty when it does not
   * @throws Refusal naming what no usage has a place for
   */
  TokenKind kind(String type, String modality) throws Refusal {
    if (ofCalls()) {
      return switch (type) {
        case "input" -> TokenKind.INPUT_OF_CALLS;
        case "output", "completion" -> TokenKind.OUTPUT_OF_CALLS;
        default ->
            throw new Refusal(TYPE + " of " + text + " is neither input nor output: " + type);
      };
    }
    TokenKind kind =
        switch (modality) {
          case "text", "unknown", "" -> plain();
          case "audio" -> this == INPUT ? TokenKind.AUDIO_INPUT : output(TokenKind.AUDIO_OUTPUT);
          case "image" -> this == INPUT ? TokenKind.IMAGE_INPUT : output(TokenKind.IMAGE_OUTPUT);
          case "video" -> output(TokenKind.VIDEO_OUTPUT);
          default -> null;
        };
    if (kind == null) {
      throw new Refusal("no meter for " + MODALITY + " of " + text + ": " + modality);
    }
    return kind;
  }

  private @Nullable TokenKind output(TokenKind kind) {
    return this == OUTPUT ? kind : null;
  }

  private TokenKind plain() {
    return switch (this) {
      case OF_CALLS, INPUT -> TokenKind.INPUT;
      case OUTPUT -> TokenKind.OUTPUT;
      case CACHE_READ -> TokenKind.CACHE_READ;
      case CACHE_WRITE -> TokenKind.CACHE_WRITE;
      case REASONING -> TokenKind.REASONING;
    };
  }
}
