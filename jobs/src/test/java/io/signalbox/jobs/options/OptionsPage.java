// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.util.List;
import java.util.Locale;

/** Writes down which options there are, for people and for the lock. */
final class OptionsPage {
  private OptionsPage() {}

  static String lock(List<OptionSpec> specs) {
    StringBuilder text = new StringBuilder("# Every option, its type and its default.\n");
    for (OptionSpec spec : specs) {
      String type = OptionType.raw(spec.type()).getSimpleName().toLowerCase(Locale.ROOT);
      text.append(spec.key() + (spec.isFamily() ? ".*" : "") + " " + type);
      text.append(" = '" + spec.option().value() + "'\n");
    }
    return text.toString();
  }

  static String reference(List<OptionSpec> specs) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    String group = "";
    for (OptionSpec spec : specs) {
      if (!spec.group().equals(group)) {
        group = spec.group();
        page.append(
            "\n## " + group + "\n\n| option | default | expected | meaning |\n|---|---|---|---|\n");
      }
      page.append("| `" + spec.key() + (spec.isFamily() ? ".*" : "") + "` | ");
      page.append(spec.option().value().isEmpty() ? "" : "`" + spec.option().value() + "`");
      page.append(" | " + OptionBinder.expected(spec) + " | " + spec.option().doc() + " |\n");
    }
    return page.toString();
  }

  private static final String INTRODUCTION =
      """
      # Options

      Generated from the option records in `jobs`; a test compares it.

      An option is given as `--key value` or `--key=value`, as environment variable (`SIGNALBOX_` and the key in capitals,
      dots and dashes as underscores: `SIGNALBOX_KAFKA_BOOTSTRAP`), or in YAML files named by `--config FILE`, nested or with dots.
      The command line outranks the environment, that the files (the last one strongest), and those the defaults. An unknown key or
      a bad value stops the start; all of them are named. `./signalbox config --print` shows what holds and where it came from,
      `./signalbox config --check` only says whether it is good. Values that are secret are shown as stars.

      Options of Flink itself (checkpoints, state backend, parallelism) are set in Flink's `config.yaml`.
      """;
}
