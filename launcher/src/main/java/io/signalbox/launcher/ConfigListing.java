// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.options.Bound;
import io.signalbox.jobs.options.Bound.Effective;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lists options as YAML that can be given back by {@code --config}, but for the secrets. */
final class ConfigListing {
  /** Text that YAML takes as this very text. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(true|false|null|yes|no|on|off)$)[A-Za-z][A-Za-z0-9_./-]*");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private ConfigListing() {}

  static String of(Bound<?> bound) {
    StringBuilder list = new StringBuilder();
    String group = "";
    for (Effective option : bound.effective()) {
      if (!option.spec().group().equals(group)) {
        list.append(group.isEmpty() ? "" : "\n");
        group = option.spec().group();
        list.append("# ").append(group).append('\n');
      }
      list.append(line(option)).append('\n');
    }
    return list.toString();
  }

  private static String line(Effective option) {
    String setting = option.setting().key() + ": " + scalar(option.shown());
    String origin = option.setting().origin();
    return String.format(Locale.ROOT, "%-46s # %s", setting, origin);
  }

  private static String scalar(String value) {
    boolean plain = PLAIN.matcher(value).matches() || NUMBER.matcher(value).matches();
    return plain ? value : "'" + value.replace("'", "''") + "'";
  }
}
