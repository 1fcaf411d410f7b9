// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * What was learned of an edge by now.
 *
 * @param key whose
 * @param history not to be changed, and only good until more is learned
 */
public record LearnedEdge(EdgeKey key, EdgeHistory history) {}
