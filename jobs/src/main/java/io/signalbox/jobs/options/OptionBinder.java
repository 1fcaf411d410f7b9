// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.jobs.options.Bound.Effective;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes typed records of what files, environment and command line say. */
public final class OptionBinder {
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Setting> settings = new TreeMap<>();
  private final List<Effective> effective = new ArrayList<>();

  private OptionBinder() {}

  /**
   * Binds the options of a group and all groups in it. The command line outranks the environment,
   * that the files ({@code --config}, the last strongest), and those the defaults.
   *
   * @param group a record marked {@link OptionGroup}
   * @param arguments {@code --key value} or {@code --key=value}
   * @param environment of the process
   * @throws BadOptions naming everything that is wrong: unknown keys, bad values
   */
  public static <T extends Record> Bound<T> bind(
      Class<T> group, List<String> arguments, Map<String, String> environment) {
    OptionBinder binder = new OptionBinder();
    Keys keys = new Keys(OptionSpec.of(group));
    Settings all = Settings.of(arguments, environment, keys);
    binder.problems.addAll(all.problems());
    all.given().forEach(setting -> binder.take(setting, keys));
    Object options = binder.create(group);
    if (!binder.problems.isEmpty() || options == null) {
      throw new BadOptions(binder.problems);
    }
    return new Bound<>(group.cast(options), List.copyOf(binder.effective));
  }

  private void take(Setting setting, Keys keys) {
    if (keys.of(setting.key()) != null) {
      settings.put(setting.key(), setting);
      return;
    }
    String meant = keys.similar(setting.key()).map(key -> ", did you mean " + key + "?").orElse("");
    problems.add("unknown option " + setting.key() + " (" + setting.origin() + ")" + meant);
  }

  private @Nullable Object create(Class<?> group) {
    RecordComponent[] components = group.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    int before = problems.size();
    for (int i = 0; i < components.length; i++) {
      values[i] =
          OptionSpec.isGroup(components[i])
              ? create(components[i].getType())
              : value(OptionSpec.of(group, components[i]));
    }
    return problems.size() > before ? null : create(group, components, values);
  }

  private @Nullable Object create(
      Class<?> group, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return group.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      problems.add(String.valueOf(e.getTargetException().getMessage()));
      return null;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("not a public record: " + group, e);
    }
  }

  private @Nullable Object value(OptionSpec spec) {
    if (spec.isFamily()) {
      return family(spec);
    }
    Setting setting =
        settings.getOrDefault(
            spec.key(), new Setting(spec.key(), spec.option().value(), "default"));
    return parse(spec, setting);
  }

  private Map<String, Object> family(OptionSpec spec) {
    Map<String, Object> members = new TreeMap<>();
    settings.forEach(
        (key, setting) -> {
          Object value = spec.takes(key) ? parse(spec, setting) : null;
          if (value != null) {
            members.put(key.substring(spec.key().length() + 1), value);
          }
        });
    return members;
  }

  private @Nullable Object parse(OptionSpec spec, Setting setting) {
    effective.add(new Effective(spec, setting));
    OptionType type = OptionType.of(spec.type());
    try {
      Object value = type.parse().apply(setting.value().trim());
      if (inRange(value, spec.option())) {
        return value;
      }
    } catch (RuntimeException e) {
      // said below in the user's words
    }
    problems.add(
        setting.key()
            + " = '"
            + spec.shown(setting.key(), setting.value())
            + "' ("
            + setting.origin()
            + "): expected "
            + expected(spec));
    return null;
  }

  /** What a value of the option should be, with its range. */
  static String expected(OptionSpec spec) {
    return OptionType.of(spec.type()).expected() + range(spec.option());
  }

  private static boolean inRange(Object value, Option option) {
    if (value instanceof Number number) {
      double x = number.doubleValue();
      return x >= option.min() && x <= option.max();
    }
    return true;
  }

  private static String range(Option option) {
    String from = Double.isFinite(option.min()) ? " from " + plain(option.min()) : "";
    return from + (Double.isFinite(option.max()) ? " to " + plain(option.max()) : "");
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
