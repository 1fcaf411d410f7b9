// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import org.jspecify.annotations.Nullable;

/**
 * What an episode is about, the same for all its revisions; see {@link Episode} for the parts.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service node concerned
 * @param kind kind of episode
 * @param subject series, operation, template or cohort
 * @param peer callee of an edge, else null
 */
public record EpisodeSubject(
    String environment, String service, EpisodeKind kind, String subject, @Nullable String peer) {}
