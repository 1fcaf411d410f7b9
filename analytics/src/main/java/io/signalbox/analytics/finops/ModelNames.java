// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells models by their names, as developers write them and as sellers do: below a path, behind a
 * region and developer, before a date. The rest must fit as a whole, so that what somebody else
 * made of a model is not taken for it.
 */
public final class ModelNames {
  /** A developer whose models have a meter for what is written to a cache. */
  static final String ANTHROPIC = "Anthropic";

  private static final int LONGEST = 200;

  /** What sellers write in front: a path; a region, the developer. */
  private static final Pattern SELLER =
      Pattern.compile(
          "^(?:.*/)?(?:(?:[a-z-]+\\.)?"
              + "(?:amazon|anthropic|cohere|deepseek|google|meta|mistral|openai|xai)\\.)?");

  /** What stands behind: a date or what is the latest, and the revision of the seller. */
  private static final String END =
      "(?:[-@](?:\\d{8}|latest|default|preview))*(?:-v\\d+(?::\\d+)?)?";

  private static final String SIZE = "(?:-\\d+b(?:-\\d+e)?)?";
  private static final String TUNED = "(?:-(?:instruct|chat|vision|instant|turbo|free|hf|it|fp8))*";

  private record Rule(Pattern pattern, Function<Matcher, ModelIdentity> told) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "claude-(instant|haiku|sonnet|opus|fable)-(\\d)(?:[-.](\\d{1,2}))?" + END,
              name -> claude(name.group(1), name.group(2), name.group(3))),
          rule(
              "claude-(\\d)(?:[-.](\\d{1,2}))?-(haiku|sonnet|opus)" + END,
              name -> claude(name.group(3), name.group(1), name.group(2))),
          rule(
              "gpt-(\\d+(?:\\.\\d+)?o?)(?:-(mini|nano|pro))?(?:-(\\d{4}(?:-\\d\\d-\\d\\d)?))?",
              name -> openAi(spaced("GPT-" + name.group(1), name.group(2)), name.group(3))),
          rule(
              "gpt-(3\\.?5|4)-turbo(?:-(\\d{4}(?:-\\d\\d-\\d\\d)?))?",
              name ->
                  openAi(
                      name.group(1).equals("4") ? "GPT-4 Turbo" : "GPT-3.5 Turbo", name.group(2))),
          rule(
              "(o\\d)(-mini|-pro)?(?:-(\\d{4}-\\d\\d-\\d\\d))?",
              name ->
                  openAi(
                      name.group(1) + (name.group(2) == null ? "" : name.group(2)), name.group(3))),
          rule(
              "gemini-(\\d+(?:\\.\\d+)?)-(pro|flash|ultra)(-lite)?(?:-\\d{3})?"
                  + "(?:-preview(?:-\\d\\d-\\d\\d(?:\\d\\d)?)?)?",
              name ->
                  new ModelIdentity(
                      "Google",
                      "Gemini "
                          + capital(name.group(2))
                          + (name.group(3) == null
                              ? ""
                              : "-" + capital(name.group(3).substring(1))),
                      name.group(1))),
          rule(
              "gemma-(\\d+)-\\d+b(?:-it)?",
              name -> new ModelIdentity("Google", "Gemma", name.group(1))),
          rule(
              "(?:meta-)?llama-?v?(\\d+)(?:[.p-](\\d))?(?:-(?:maverick|scout))?"
                  + SIZE
                  + TUNED
                  + END,
              name -> new ModelIdentity("Meta", "Llama", version(name.group(1), name.group(2)))),
          rule(
              "(mistral|ministral|magistral|codestral|devstral|pixtral)"
                  + "(?:-(large|medium|small|tiny))?(?:-(\\d{4}))?(?:-latest)?",
              name ->
                  new ModelIdentity(
                      "Mistral AI",
                      spaced(
                          capital(name.group(1)),
                          name.group(2) == null ? null : capital(name.group(2))),
                      name.group(3))),
          rule(
              "grok-(\\d+)(?:[.-](\\d{1,2}))?(?:-(?:mini|fast|vision|beta|latest|\\d{4}))*",
              name -> new ModelIdentity("xAI", "Grok", version(name.group(1), name.group(2)))),
          rule(
              "deepseek-(?:(v\\d+(?:\\.\\d+)?|r\\d+)(?:-\\d{4})?|chat|reasoner|coder)" + END,
              name ->
                  name.group(1) == null
                      ? new ModelIdentity("DeepSeek", null, null)
                      : new ModelIdentity(
                          "DeepSeek", "DeepSeek", name.group(1).toUpperCase(Locale.ROOT))),
          rule(
              "command-(a|r|r-plus)(?:-(\\d\\d-\\d{4}))?" + END,
              name ->
                  new ModelIdentity(
                      "Cohere",
                      "Command " + (name.group(1).equals("r-plus") ? "R+" : capital(name.group(1))),
                      name.group(2))),
          rule(
              "(?:amazon-)?nova-(?:(\\d)-)?(micro|lite|pro|premier)" + END,
              name ->
                  new ModelIdentity("Amazon", "Nova " + capital(name.group(2)), name.group(1))));

  private ModelNames() {}

  /** What a name tells, or null where no rule fits. */
  public static @Nullable ModelIdentity tell(String model) {
    if (model.length() > LONGEST) {
      return null;
    }
    String name = SELLER.matcher(model.toLowerCase(Locale.ROOT)).replaceFirst("");
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern.matcher(name);
      if (matcher.matches()) {
        return rule.told.apply(matcher);
      }
    }
    return null;
  }

  private static Rule rule(String pattern, Function<Matcher, ModelIdentity> told) {
    return new Rule(Pattern.compile(pattern), told);
  }

  private static ModelIdentity claude(String kind, String major, @Nullable String minor) {
    return new ModelIdentity(ANTHROPIC, "Claude " + capital(kind), version(major, minor));
  }

  private static ModelIdentity openAi(String family, @Nullable String snapshot) {
    return new ModelIdentity("OpenAI", family, snapshot);
  }

  private static String version(String major, @Nullable String minor) {
    return minor == null ? major : major + "." + minor;
  }

  private static String spaced(String one, @Nullable String other) {
    return other == null ? one : one + " " + other;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
