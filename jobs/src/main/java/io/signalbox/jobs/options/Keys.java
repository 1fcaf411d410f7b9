// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.signals.NearNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds an option by what a user called it.
 *
 * @param specs all options there are
 */
record Keys(List<OptionSpec> specs) {
  /** The option that takes a key, or null. */
  @Nullable OptionSpec of(String key) {
    return specs.stream().filter(spec -> spec.takes(key)).findFirst().orElse(null);
  }

  /** The key that an environment variable sets, or null. */
  @Nullable String ofVariable(String name) {
    for (OptionSpec spec : specs) {
      String variable = spec.environment();
      if (spec.isFamily() && name.startsWith(variable + "_")) {
        String member = name.substring(variable.length() + 1).toLowerCase(Locale.ROOT);
        return spec.key() + "." + member.replace('_', '.');
      } else if (!spec.isFamily() && name.equals(variable)) {
        return spec.key();
      }
    }
    return null;
  }

  /** The key most like an unknown one, if any is like it. */
  Optional<String> similar(String key) {
    return NearNames.of(key, specs.stream().map(OptionSpec::key).toList(), 1).stream().findFirst();
  }

  /** The variable so like an unknown one that it must have been meant. */
  Optional<String> similarVariable(String name) {
    List<String> variables = specs.stream().map(OptionSpec::environment).toList();
    return NearNames.within(name, variables, 2, 1).stream().findFirst();
  }
}
