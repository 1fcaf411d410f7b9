// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.analytics.patterns.RuleVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a rule.
 *
 * @param verdict for the one who sent it
 * @param rule what is going to hold; null when it was refused or is known already
 */
public record Ruling(RuleVerdict verdict, @Nullable AcceptedRule rule) {}
