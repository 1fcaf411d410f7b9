// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;

/**
 * An event and its place among those of its key.
 *
 * @param sequence greater for each later event, 0 or more
 * @param event the event
 */
public record Seen(long sequence, PatternEvent event) {}
