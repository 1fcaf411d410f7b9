// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.function.Predicate;

/**
 * A leaf of the taxonomy.
 *
 * @param name such as {@code resource.cpu}
 * @param when whether an incident may be of it; pure, and never throws
 */
public record ClassRule(String name, Predicate<Incident> when) {}
