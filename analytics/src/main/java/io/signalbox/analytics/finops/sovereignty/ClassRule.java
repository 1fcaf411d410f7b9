// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.io.Serializable;
import java.util.Set;

/**
 * What may be done with data of one class.
 *
 * @param dataClass its name
 * @param apiForbidden whether none of it may leave own machines
 * @param regions in which alone others may serve it; empty for all
 * @param risk of somebody else's seeing it, 0 to 100
 */
public record ClassRule(String dataClass, boolean apiForbidden, Set<String> regions, int risk)
    implements Serializable {}
