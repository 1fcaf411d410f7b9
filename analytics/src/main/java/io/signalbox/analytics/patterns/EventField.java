// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a pattern event can have. The lower-case name is the field in conditions; the code is
 * part of the stored form: a constant is never removed and its code never used again.
 */
public enum EventField {
  /** Deployment environment. */
  ENVIRONMENT(1, FieldType.TEXT),
  /** The service it is about; for an edge the caller. */
  SERVICE(2, FieldType.TEXT),
  /** The service that observes it; the same as service in role SELF. */
  OBSERVER(3, FieldType.TEXT),
  /** How the service stands to the observer: the name of a Role. */
  ROLE(4, FieldType.TEXT),
  /**
   * What is off: the lower-case kind of an episode, such as errors, duration, rate, silence,
   * edge_errors.
   */
  SIGNAL(5, FieldType.TEXT),
  /** Series, operation, template or cohort. */
  SUBJECT(6, FieldType.TEXT),
  /** The other end of an edge: the callee. */
  PEER(7, FieldType.TEXT),
  /** Up or down, from the value and what was expected. */
  DIRECTION(8, FieldType.TEXT),
  /** What was observed. */
  VALUE(9, FieldType.NUMBER),
  /** What was expected in its place. */
  EXPECTED(10, FieldType.NUMBER),
  /** Value over expected; 0 when nothing was expected. */
  RATIO(11, FieldType.NUMBER),
  /** Strength of an episode, 0..1. */
  SCORE(12, FieldType.NUMBER),
  /** Version of the service, or what a change changed to. */
  VERSION(13, FieldType.TEXT),
  /** What a change changed from. */
  PREVIOUS(14, FieldType.TEXT),
  /** Identity of the episode, change or symptom. */
  ID(15, FieldType.TEXT),
  /** Host it happened on. */
  NODE(16, FieldType.TEXT),
  /** Zone it happened in. */
  ZONE(17, FieldType.TEXT),
  /** Instance it happened to. */
  INSTANCE(18, FieldType.TEXT),
  /** Provider of a model or cloud. */
  PROVIDER(19, FieldType.TEXT),
  /** Model that was asked or that answered. */
  MODEL(20, FieldType.TEXT),
  /** Tenant on whose behalf. */
  TENANT(21, FieldType.TEXT),
  /** Agent that acted. */
  AGENT(22, FieldType.TEXT),
  /** Run of the agent. */
  RUN(23, FieldType.TEXT),
  /** Tool that was called. */
  TOOL(24, FieldType.TEXT),
  /** Hash of the tool's arguments. */
  ARGUMENTS(25, FieldType.TEXT),
  /**
   * What a symptom is about: host name, endpoint, disk, pool, topic, cache, key of a configuration.
   */
  NAME(26, FieldType.TEXT),
  /** How many. */
  COUNT(27, FieldType.COUNT),
  /** Out of how many. */
  TOTAL(28, FieldType.COUNT),
  /** One sentence for a person. */
  REASON(29, FieldType.TEXT),
  /** How long it had lasted, milliseconds. */
  AGE_MS(30, FieldType.COUNT),
  /** True when no one announced it and telemetry alone shows it. */
  INFERRED(31, FieldType.FLAG);

  private final int code;
  private final FieldType type;

  EventField(int code, FieldType type) {
    this.code = code;
    this.type = type;
  }

  /** Its code in stored bytes. */
  public int code() {
    return code;
  }

  /** What it holds. */
  public FieldType type() {
    return type;
  }

  /** Its name in conditions, such as {@code age_ms}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that label, or null. */
  public static @Nullable EventField of(String label) {
    for (EventField field : values()) {
      if (field.label().equals(label)) {
        return field;
      }
    }
    return null;
  }
}
