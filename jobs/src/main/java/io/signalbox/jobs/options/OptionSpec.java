// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One option as declared.
 *
 * @param key full key
 * @param group headline of its group
 * @param type type of its component
 * @param option what its record says of it
 */
public record OptionSpec(String key, String group, Type type, Option option) {
  private static final List<String> TELLTALES =
      List.of("password", "secret", "jaas", "token", "credential", "keystore.key");

  /** All options of a group and the groups in it, in the order of their components. */
  public static List<OptionSpec> of(Class<?> group) {
    List<OptionSpec> all = new ArrayList<>();
    for (RecordComponent component : group.getRecordComponents()) {
      if (isGroup(component)) {
        all.addAll(of(component.getType()));
      } else {
        all.add(of(group, component));
      }
    }
    return all;
  }

  static boolean isGroup(RecordComponent component) {
    return component.getType().isAnnotationPresent(OptionGroup.class);
  }

  static OptionSpec of(Class<?> type, RecordComponent component) {
    OptionGroup group =
        Objects.requireNonNull(type.getAnnotation(OptionGroup.class), () -> "no group: " + type);
    Option option =
        Objects.requireNonNull(
            component.getAnnotation(Option.class), () -> "no option: " + component);
    String name = option.key().isEmpty() ? kebab(component.getName()) : option.key();
    String key = group.prefix().isEmpty() ? name : group.prefix() + "." + name;
    return new OptionSpec(key, group.title(), component.getGenericType(), option);
  }

  /** True when the option is a family of keys, {@code key.*}. */
  public boolean isFamily() {
    return OptionType.raw(type) == Map.class;
  }

  /** True when a setting of that key is one of this option. */
  boolean takes(String given) {
    return isFamily() ? given.startsWith(key + ".") : given.equals(key);
  }

  /** Name of the environment variable that sets it. */
  public String environment() {
    return Settings.ENVIRONMENT + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The value as it may be shown: stars instead of a secret. */
  public String shown(String given, String value) {
    String lower = given.toLowerCase(Locale.ROOT);
    boolean secret =
        option.secret() || (isFamily() && TELLTALES.stream().anyMatch(lower::contains));
    return secret && !value.isEmpty() ? "******" : value;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
