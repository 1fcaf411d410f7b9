// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a service that was changed, on purpose or as seen in its telemetry.
 *
 * @param id stable identity; the CloudEvents id, or for an inferred change a function of its
 *     content
 * @param at event time at which it took effect
 * @param environment deployment environment, empty when none is stated
 * @param service the node that changed
 * @param kind {@code deployed}, {@code upgraded}, {@code rolledback}, {@code removed}, {@code
 *     published}, {@code config}, {@code flag}, {@code scaled}, {@code model}, {@code prompt},
 *     {@code index}, or {@code version}, which is inferred, as a {@code model} may be
 * @param version what it changed to, if known
 * @param previousVersion what it changed from, if known
 * @param source who said so
 * @param description what it says of itself: message, files, differences; null when it says nothing
 * @param inferred true when no one announced it and telemetry alone shows it
 */
public record Change(
    String id,
    Instant at,
    String environment,
    String service,
    String kind,
    @Nullable String version,
    @Nullable String previousVersion,
    String source,
    @Nullable String description,
    boolean inferred) {
  /** Kind of a change of a repository, which the next deployments of its services ship. */
  public static final String MERGED = "merged";

  /** Kind of a statement about who owns a service: nothing has changed about the service itself. */
  public static final String OWNED = "owned";

  /** The longest description that is kept, characters. */
  public static final int LONGEST = 4000;

  /** A change that says nothing of itself. */
  public Change(
      String id,
      Instant at,
      String environment,
      String service,
      String kind,
      @Nullable String version,
      @Nullable String previousVersion,
      String source,
      boolean inferred) {
    this(id, at, environment, service, kind, version, previousVersion, source, null, inferred);
  }

  /** The same with another description. */
  public Change with(@Nullable String said) {
    return new Change(
        id, at, environment, service, kind, version, previousVersion, source, said, inferred);
  }
}
