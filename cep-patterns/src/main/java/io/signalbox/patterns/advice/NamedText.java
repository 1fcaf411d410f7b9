// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import java.io.Serializable;

/**
 * A file that was read.
 *
 * @param name for what is said of it
 * @param text YAML
 */
public record NamedText(String name, String text) implements Serializable {}
