// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is counted for a bill. The token meters are disjoint: a token is counted by exactly one of
 * them, whatever the provider includes in what.
 */
public enum Meter {
  /** Text a model read that no cache held. */
  UNCACHED_IN("uncached_in", "Tokens", null, null, "input_cost_per_token"),
  /** Input that a cache held. */
  CACHE_READ(
      "cache_read",
      "Tokens",
      null,
      UNCACHED_IN,
      "cache_read_input_token_cost",
      "input_cost_per_token_cache_hit"),
  /** Input written to a cache for five minutes. */
  CACHE_WRITE_5M("cache_write_5m", "Tokens", null, UNCACHED_IN, "cache_creation_input_token_cost"),
  /** Input written to a cache for an hour. */
  CACHE_WRITE_1H(
      "cache_write_1h", "Tokens", null, UNCACHED_IN, "cache_creation_input_token_cost_above_1hr"),
  /** Sound a model heard. */
  AUDIO_IN("audio_in", "Tokens", null, UNCACHED_IN, "input_cost_per_audio_token"),
  /** Images a model saw, counted in tokens. */
  IMAGE_IN("image_in", "Tokens", null, UNCACHED_IN, "input_cost_per_image_token"),
  /** Text a model wrote. */
  OUT_TEXT("out_text", "Tokens", null, null, "output_cost_per_token"),
  /** What a model thought before it wrote. */
  REASONING("reasoning", "Tokens", null, OUT_TEXT, "output_cost_per_reasoning_token"),
  /** Sound a model spoke. */
  AUDIO_OUT(
      "audio_out", "Tokens", "usage.audio.output_tokens", OUT_TEXT, "output_cost_per_audio_token"),
  /** Images a model drew, counted in tokens. */
  IMAGE_OUT(
      "image_out", "Tokens", "usage.image.output_tokens", OUT_TEXT, "output_cost_per_image_token"),
  /** Films a model made, counted in tokens. */
  VIDEO_OUT(
      "video_out", "Tokens", "usage.video.output_tokens", OUT_TEXT, "output_cost_per_video_token"),
  /** Cited text, counted beside the output. */
  CITATION("citation", "Tokens", "usage.citation_tokens", null, "citation_cost_per_token"),

  /** Calls, where each has a price of its own. */
  REQUESTS("requests", "Requests", null, null, "input_cost_per_request"),
  /** Queries of a search or of a ranking. */
  QUERIES("queries", "Queries", "usage.queries", null, "input_cost_per_query"),
  /** Searches of the web with little context. */
  SEARCHES_LOW(
      "searches_low",
      "Searches",
      "usage.searches.low",
      null,
      "search_context_cost_per_query.search_context_size_low"),
  /** Searches of the web with some context. */
  SEARCHES_MEDIUM(
      "searches_medium",
      "Searches",
      "usage.searches.medium",
      null,
      "search_context_cost_per_query.search_context_size_medium"),
  /** Searches of the web with much context. */
  SEARCHES_HIGH(
      "searches_high",
      "Searches",
      "usage.searches.high",
      null,
      "search_context_cost_per_query.search_context_size_high"),
  /** Seconds of what was handed in. */
  SECONDS_IN("seconds_in", "Seconds", "usage.input_seconds", null, "input_cost_per_second"),
  /** Seconds of what came out. */
  SECONDS_OUT("seconds_out", "Seconds", "usage.output_seconds", null, "output_cost_per_second"),
  /** Seconds of sound handed in. */
  AUDIO_SECONDS_IN(
      "audio_seconds_in",
      "Seconds",
      "usage.audio.input_seconds",
      null,
      "input_cost_per_audio_per_second"),
  /** Seconds of film handed in. */
  VIDEO_SECONDS_IN(
      "video_seconds_in",
      "Seconds",
      "usage.video.input_seconds",
      null,
      "input_cost_per_video_per_second"),
  /** Seconds of film that came out. */
  VIDEO_SECONDS_OUT(
      "video_seconds_out",
      "Seconds",
      "usage.video.output_seconds",
      null,
      "output_cost_per_video_per_second"),
  /** Characters handed in. */
  CHARACTERS_IN(
      "characters_in", "Characters", "usage.input_characters", null, "input_cost_per_character"),
  /** Characters that came out. */
  CHARACTERS_OUT(
      "characters_out", "Characters", "usage.output_characters", null, "output_cost_per_character"),
  /** Images handed in. */
  IMAGES_IN("images_in", "Images", "usage.input_images", null, "input_cost_per_image"),
  /** Images that came out. */
  IMAGES_OUT("images_out", "Images", "usage.output_images", null, "output_cost_per_image"),
  /** Pixels handed in. */
  PIXELS_IN("pixels_in", "Pixels", "usage.input_pixels", null, "input_cost_per_pixel"),
  /** Pixels that came out. */
  PIXELS_OUT("pixels_out", "Pixels", "usage.output_pixels", null, "output_cost_per_pixel"),
  /** Pages read. */
  PAGES("pages", "Pages", "usage.pages", null, "ocr_cost_per_page"),
  /** Pages annotated. */
  ANNOTATED_PAGES(
      "annotated_pages", "Pages", "usage.annotated_pages", null, "annotation_cost_per_page"),
  /** Sessions of a code interpreter. */
  SESSIONS("sessions", "Sessions", "usage.sessions", null, "code_interpreter_cost_per_session"),
  /** Credits, a currency of the provider's own. */
  CREDITS("credits", "Credits", null, null, "ocr_cost_per_credit"),
  /** Seconds that a machine was held. */
  COMPUTE_SECONDS(
      "compute_seconds", "Seconds", null, null, "input_cost_per_second", "output_cost_per_second");

  private final String label;
  private final String unit;
  private final @Nullable String key;
  private final @Nullable Meter parent;

  @SuppressWarnings("ImmutableEnumChecker") // it is made by List.of
  private final List<String> fields;

  Meter(String label, String unit, @Nullable String key, @Nullable Meter parent, String... fields) {
    this.label = label;
    this.unit = unit;
    this.key = key;
    this.parent = parent;
    this.fields = List.of(fields);
  }

  /** Its name in records. */
  public String label() {
    return label;
  }

  /** What is counted, as FOCUS writes units. */
  public String unit() {
    return unit;
  }

  /** Whether it counts tokens. */
  public boolean tokens() {
    return "Tokens".equals(unit);
  }

  /** Whether it counts tokens that a model read. */
  public boolean input() {
    return tokens() && compareTo(IMAGE_IN) <= 0;
  }

  /** Whether it counts tokens that a model wrote. */
  public boolean output() {
    return tokens() && !input();
  }

  /** The sum of what some meters count. */
  public static BigDecimal sum(Map<Meter, BigDecimal> quantities, Predicate<Meter> some) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Meter, BigDecimal> one : quantities.entrySet()) {
      sum = some.test(one.getKey()) ? sum.add(one.getValue()) : sum;
    }
    return sum;
  }

  /** The key under which a usage tells it, of those that are no part of a token count; or null. */
  public @Nullable String key() {
    return key;
  }

  /** The meter whose price holds where a model has none for this one, or null if there is none. */
  public @Nullable Meter parent() {
    return parent;
  }

  /** The fields of a price catalogue that price it, the first that is there counting. */
  public List<String> fields() {
    return fields;
  }

  /** All that count tokens, in the order of records. */
  public static List<Meter> ofTokens() {
    return Arrays.stream(values()).filter(Meter::tokens).toList();
  }
}
