// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

/**
 * Something a reader of a price list should know.
 *
 * @param model whose price
 * @param field of the catalogue
 * @param text of the price
 * @param reason what is the matter with it
 */
public record PriceNote(String model, String field, String text, String reason) {}
