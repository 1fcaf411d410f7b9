// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

/**
 * What happens to other partial matches when one is complete; as flink-cep's after-match
 * strategies.
 *
 * @param kind which
 * @param stage the stage that {@code TO_FIRST} and {@code TO_LAST} name, else empty
 */
public record Skip(Kind kind, String stage) {
  /** The strategies. */
  public enum Kind {
    /** Nothing: every match is told. */
    NO_SKIP,
    /** Partial matches with the same first event are dropped. */
    TO_NEXT,
    /** Partial matches that began before the end of the match are dropped. */
    PAST_LAST_EVENT,
    /** Those that began before the first event of the stage. */
    TO_FIRST,
    /** Those that began before the last event of the stage. */
    TO_LAST
  }

  /** The default. */
  public static final Skip PAST_LAST_EVENT = new Skip(Kind.PAST_LAST_EVENT, "");
}
