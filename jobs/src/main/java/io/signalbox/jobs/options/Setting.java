// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

/**
 * One value as given, before it is known whether it is any good.
 *
 * @param key full key of the option
 * @param value the text given
 * @param origin who gave it: a file, an environment variable, the command line, or the default
 */
public record Setting(String key, String value, String origin) {}
