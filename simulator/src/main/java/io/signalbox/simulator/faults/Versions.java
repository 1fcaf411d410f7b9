// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

/** Version numbers of three parts. */
final class Versions {
  private Versions() {}

  /** The next feature release: {@code 2.3.1} becomes {@code 2.4.0}. */
  static String nextMinor(String version) {
    int first = version.indexOf('.');
    int second = version.indexOf('.', first + 1);
    int minor = Integer.parseInt(version.substring(first + 1, second));
    return version.substring(0, first + 1) + (minor + 1) + ".0";
  }

  /** The next repair: {@code 2.3.1} becomes {@code 2.3.2}. */
  static String nextPatch(String version) {
    int last = version.lastIndexOf('.');
    return version.substring(0, last + 1) + (Integer.parseInt(version.substring(last + 1)) + 1);
  }
}
