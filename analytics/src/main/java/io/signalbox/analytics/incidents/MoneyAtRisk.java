// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * What is lost by an incident so far: the sum over the objectives it has hit.
 *
 * @param currency three letters of ISO 4217
 * @param amount a decimal number
 */
public record MoneyAtRisk(String currency, String amount) {}
