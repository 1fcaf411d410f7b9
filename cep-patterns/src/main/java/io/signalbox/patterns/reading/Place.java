// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(int line, int column) {
  /** The beginning. */
  public static final Place START = new Place(1, 1);
}
