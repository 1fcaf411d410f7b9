// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;

/**
 * Items of one tick that came after the watermark had passed it, and so were not folded. Which
 * items are late depends on their arrival: outside the claim of determinism.
 *
 * @param kind what they are: {@code metrics}, {@code spans}, {@code logs}, {@code traces} or {@code
 *     changes}
 * @param environment deployment environment, empty when none is stated
 * @param service the service they are of, empty when they are of many
 * @param at first instant of their tick
 * @param items how many
 */
public record LateItems(String kind, String environment, String service, Instant at, long items) {}
