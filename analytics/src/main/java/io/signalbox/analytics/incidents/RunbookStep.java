// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import org.jspecify.annotations.Nullable;

/**
 * One step of a runbook.
 *
 * @param what what to do, for a person
 * @param action name of the registered action that does it, null when it is done by hand
 */
public record RunbookStep(String what, @Nullable String action) {}
