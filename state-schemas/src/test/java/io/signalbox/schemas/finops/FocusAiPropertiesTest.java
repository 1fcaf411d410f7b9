// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.Meter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FocusAiPropertiesTest {
  private static String claude(Meter meter) {
    return AiProperties.of("claude-sonnet-4-5-20250929", meter).toString();
  }

  private static String claudeWith(String rest) {
    return "{ModelDeveloper=Anthropic, ModelFamily=Claude Sonnet, ModelId=claude-sonnet-4-5-20250929,"
        + " ModelVersion=4.5"
        + rest
        + "}";
  }

  @Test
  void metersSayWhatTheyCountAsTheExampleOfTheDraftDoes() {
    assertEquals(
        claudeWith(", TokenCacheAction=Uncached, TokenDirection=Input"), claude(Meter.UNCACHED_IN));
    String write = claudeWith(", TokenCacheAction=Write, TokenDirection=Input");
    assertEquals(write, claude(Meter.CACHE_WRITE_5M));
    assertEquals(write, claude(Meter.CACHE_WRITE_1H));
    assertEquals(
        claudeWith(", TokenCacheAction=Read, TokenDirection=Input"), claude(Meter.CACHE_READ));
    assertEquals(claudeWith(", TokenDirection=Output"), claude(Meter.OUT_TEXT));
    assertEquals(claudeWith(", TokenDirection=Output"), claude(Meter.REASONING));
    assertEquals(claudeWith(", TokenDirection=Input"), claude(Meter.IMAGE_IN));
    assertEquals(claudeWith(""), claude(Meter.SEARCHES_LOW));
    assertEquals(claudeWith(""), claude(Meter.CITATION));
  }

  @Test
  void inputThatMayHaveBeenWrittenToACacheIsNotCalledUncached() {
    assertEquals(
        "{ModelDeveloper=OpenAI, ModelFamily=GPT-4o, ModelId=gpt-4o, TokenDirection=Input}",
        AiProperties.of("gpt-4o", Meter.UNCACHED_IN).toString());
  }

  @Test
  void aModelOfNoRuleHasItsIdAlone() {
    assertEquals(
        Map.of("ModelId", "m", "TokenDirection", "Output"), AiProperties.of("m", Meter.OUT_TEXT));
  }

  @Test
  void aMachineIsNoModel() {
    assertEquals(Map.of(), AiProperties.of("h100", Meter.COMPUTE_SECONDS));
    assertEquals(Map.of(), AiProperties.of("reader", Meter.CREDITS));
  }
}
