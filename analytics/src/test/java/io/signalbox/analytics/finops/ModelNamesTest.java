// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNamesTest {
  @ParameterizedTest
  @CsvSource({
    "claude-sonnet-4-5-20250929,Anthropic,Claude Sonnet,4.5",
    "claude-opus-4-20250514,Anthropic,Claude Opus,4",
    "claude-3-5-haiku-latest,Anthropic,Claude Haiku,3.5",
    "us.anthropic.claude-sonnet-4-5-20250929-v1:0,Anthropic,Claude Sonnet,4.5",
    "bedrock/eu-west-1/anthropic.claude-opus-4-6-v1,Anthropic,Claude Opus,4.6",
    "vertex_ai/claude-haiku-4-5@20251001,Anthropic,Claude Haiku,4.5",
    "openrouter/anthropic/claude-3.7-sonnet,Anthropic,Claude Sonnet,3.7",
    "gpt-4o-2024-08-06,OpenAI,GPT-4o,2024-08-06",
    "azure/eu/gpt-5-mini-2025-08-07,OpenAI,GPT-5 mini,2025-08-07",
    "gpt-4.1-nano,OpenAI,GPT-4.1 nano,",
    "azure/gpt-35-turbo-0125,OpenAI,GPT-3.5 Turbo,0125",
    "gpt-4-turbo-2024-04-09,OpenAI,GPT-4 Turbo,2024-04-09",
    "o3-mini-2025-01-31,OpenAI,o3-mini,2025-01-31",
    "gemini/gemini-2.5-flash-lite-preview-09-2025,Google,Gemini Flash-Lite,2.5",
    "gemini-3.1-pro-preview,Google,Gemini Pro,3.1",
    "gemini/gemma-3-27b-it,Google,Gemma,3",
    "groq/llama-3.1-8b-instant,Meta,Llama,3.1",
    "us.meta.llama3-2-90b-instruct-v1:0,Meta,Llama,3.2",
    "together_ai/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,Meta,Llama,4",
    "fireworks_ai/accounts/fireworks/models/llama-v3p1-8b-instruct,Meta,Llama,3.1",
    "mistral/mistral-large-2411,Mistral AI,Mistral Large,2411",
    "codestral-latest,Mistral AI,Codestral,",
    "xai/grok-4-0709,xAI,Grok,4",
    "xai/grok-4-1-fast,xAI,Grok,4.1",
    "deepseek/deepseek-v3.2,DeepSeek,DeepSeek,V3.2",
    "deepseek-chat,DeepSeek,,",
    "command-r-plus-08-2024,Cohere,Command R+,08-2024",
    "amazon.nova-lite-v1:0,Amazon,Nova Lite,",
    "eu.amazon.nova-2-lite-v1:0,Amazon,Nova Lite,2"
  })
  void namesTellWhoMadeAModel(String model, String developer, String family, String version) {
    assertEquals(new ModelIdentity(developer, family, version), ModelNames.tell(model));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "",
        "ft:gpt-4o-2024-08-06",
        "nvidia/Llama-3.1-Nemotron-70B-Instruct",
        "nousresearch/hermes-3-llama-3.1-405b",
        "deepseek-ai/DeepSeek-R1-Distill-Llama-70B",
        "claude-opus-41",
        "my-claude-sonnet-4-5",
        "gpt-oss-120b",
        "chatgpt-4o-latest",
        "deepgram/nova-2",
        "whisper-large-v3"
      })
  void whatFitsNoRuleIsNotGuessed(String model) {
    assertNull(ModelNames.tell(model));
  }

  @Test
  void aNameOfAnyLengthIsLookedAtQuickly() {
    assertNull(ModelNames.tell("llama-3" + "-instruct".repeat(100_000)));
    assertNull(ModelNames.tell("claude-sonnet-4" + "-20250514".repeat(20) + "x"));
  }
}
