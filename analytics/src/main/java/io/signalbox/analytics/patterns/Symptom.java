// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.time.Instant;
import java.util.Map;

/**
 * A fact with a name that an SRE knows, read from a metric, a log record or an event by a row of
 * the symptom table.
 *
 * @param id a function of type, place and time
 * @param type its name in the table, such as {@code restart} or {@code dns_error}; its pattern
 *     event is of type {@code symptom.restart}
 * @param at event time
 * @param environment deployment environment, empty when none is stated
 * @param service the service it is about
 * @param fields further fields of its pattern event by label, values as text
 */
public record Symptom(
    String id,
    String type,
    Instant at,
    String environment,
    String service,
    Map<String, String> fields) {}
