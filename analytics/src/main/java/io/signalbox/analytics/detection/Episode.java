// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a stretch of time in which something was not as usual.
 *
 * @param id the same for all revisions; a function of environment, service, kind, subject, peer and
 *     start
 * @param revision 1, 2, ...
 * @param status open, updated or closed
 * @param environment deployment environment, empty when none is stated
 * @param service the node concerned; for edge kinds the caller
 * @param kind what it is about
 * @param subject series, operation, template, or for a cohort {@code attribute=value}
 * @param peer the callee for edge kinds, else null
 * @param startedAt onset: the first abnormal observation
 * @param updatedAt event time of this revision
 * @param endedAt when it was as usual again; null while open
 * @param score strength in 0..1: 1 - p on a logarithmic scale, comparable across kinds
 * @param pValue tail probability of the worst observation so far
 * @param value the worst observed value
 * @param expected what the baseline expected there
 * @param lower lower end of the usual band
 * @param upper upper end of the usual band
 * @param support observations (points, calls) behind the judgement
 * @param reason one sentence for a person
 */
public record Episode(
    String id,
    int revision,
    EpisodeStatus status,
    String environment,
    String service,
    EpisodeKind kind,
    String subject,
    @Nullable String peer,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant endedAt,
    double score,
    double pValue,
    double value,
    double expected,
    double lower,
    double upper,
    long support,
    String reason) {
  /** The same revision with a later onset. */
  public Episode begunAt(Instant onset) {
    return new Episode(
        id,
        revision,
        status,
        environment,
        service,
        kind,
        subject,
        peer,
        onset,
        updatedAt,
        endedAt,
        score,
        pValue,
        value,
        expected,
        lower,
        upper,
        support,
        reason);
  }

  /** The same revision with another reason. */
  public Episode withReason(String better) {
    return new Episode(
        id,
        revision,
        status,
        environment,
        service,
        kind,
        subject,
        peer,
        startedAt,
        updatedAt,
        endedAt,
        score,
        pValue,
        value,
        expected,
        lower,
        upper,
        support,
        better);
  }
}
