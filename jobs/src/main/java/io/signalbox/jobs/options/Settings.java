// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that was given, weakest first: files, environment, command line.
 *
 * @param given what was given; of two settings of one key the later holds
 * @param problems what could not even be taken as a setting
 */
record Settings(List<Setting> given, List<String> problems) {
  /** What the names of environment variables begin with. */
  static final String ENVIRONMENT = "SIGNALBOX_";

  private static final String CONFIG = "config";

  /** Takes {@code --key value}, {@code --key=value}, and any number of {@code --config FILE}. */
  static Settings of(List<String> arguments, Map<String, String> environment, Keys keys) {
    Settings all = new Settings(new ArrayList<>(), new ArrayList<>());
    List<Setting> commands = all.commands(arguments);
    for (Setting command : commands) {
      if (command.key().equals(CONFIG)) {
        OptionFile.read(command.value(), all);
      }
    }
    all.variables(environment, keys);
    commands.stream().filter(c -> !c.key().equals(CONFIG)).forEach(all.given::add);
    return all;
  }

  private List<Setting> commands(List<String> arguments) {
    List<Setting> commands = new ArrayList<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--")) {
        problems.add("'" + argument + "' is no option: options are given as --key value");
      } else if (equals > 0) {
        commands.add(command(argument.substring(2, equals), argument.substring(equals + 1)));
      } else if (rest.hasNext()) {
        commands.add(command(argument.substring(2), rest.next()));
      } else {
        problems.add(argument + " has no value");
      }
    }
    return commands;
  }

  private static Setting command(String key, String value) {
    return new Setting(key, value, "command line");
  }

  /** Variables that resemble no option belong to others, such as the launcher. */
  private void variables(Map<String, String> environment, Keys keys) {
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (name.startsWith(ENVIRONMENT)) {
                String key = keys.ofVariable(name);
                if (key != null) {
                  given.add(new Setting(key, value, "environment " + name));
                } else {
                  keys.similarVariable(name)
                      .ifPresent(
                          meant ->
                              problems.add(
                                  "environment variable "
                                      + name
                                      + " sets no option, did you mean "
                                      + meant
                                      + "?"));
                }
              }
            });
  }
}
