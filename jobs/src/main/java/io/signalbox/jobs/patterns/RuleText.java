// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

/**
 * A pattern, or the removal of one, as somebody wrote it down.
 *
 * @param origin where it came from, for a person: a file, or topic, partition and offset
 * @param text YAML or JSON
 */
public record RuleText(String origin, String text) {}
