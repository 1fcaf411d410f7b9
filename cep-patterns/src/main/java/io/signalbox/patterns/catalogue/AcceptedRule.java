// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import java.io.Serializable;

/**
 * A rule that holds from an epoch of event time on, until a greater version of it does.
 *
 * @param id of the pattern
 * @param version of the pattern
 * @param effectiveMs first millisecond at which it holds; {@link Long#MIN_VALUE} for always
 * @param removed true when the pattern holds no more
 * @param text YAML or JSON of the pattern
 */
public record AcceptedRule(String id, int version, long effectiveMs, boolean removed, String text)
    implements Serializable {}
