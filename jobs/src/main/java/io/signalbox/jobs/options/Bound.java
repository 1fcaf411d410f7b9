// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.util.List;

/**
 * Options ready for use.
 *
 * @param options the typed records
 * @param effective each option with the value that holds and where it came from, in declared order
 * @param <T> the outermost group
 */
public record Bound<T extends Record>(T options, List<Effective> effective) {
  /**
   * One option that holds.
   *
   * @param spec its declaration
   * @param setting its value; the value may be a secret, see {@link #shown()}
   */
  public record Effective(OptionSpec spec, Setting setting) {
    /** The value as it may be shown. */
    public String shown() {
      return spec.shown(setting.key(), setting.value());
    }
  }
}
