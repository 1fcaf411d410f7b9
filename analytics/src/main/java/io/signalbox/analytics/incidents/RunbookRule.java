// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.function.Predicate;

/**
 * A runbook and when it applies.
 *
 * @param when whether it applies to an incident that has its class; pure, and never throws
 */
public record RunbookRule(Runbook runbook, Predicate<Incident> when) {}
