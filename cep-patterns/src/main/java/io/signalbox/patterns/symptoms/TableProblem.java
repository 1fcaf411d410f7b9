// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

/**
 * One thing that is wrong with a symptom table.
 *
 * @param file its name
 * @param line line, from 1
 * @param reason what is wrong there
 */
public record TableProblem(String file, int line, String reason) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
