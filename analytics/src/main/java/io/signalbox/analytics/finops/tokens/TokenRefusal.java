// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

/**
 * A data point that is not charged, or not all of it.
 *
 * @param point which
 * @param reason why
 */
public record TokenRefusal(TokenPoint point, String reason) {}
