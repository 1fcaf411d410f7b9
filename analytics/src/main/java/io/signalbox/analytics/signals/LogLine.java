// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * Log records of one tick that read the same after masking of numbers and identifiers.
 *
 * @param atMs event time of the tick, epoch milliseconds
 * @param severity OTLP severity number 1..24, 0 when unknown
 * @param text masked body or event name, at most 256 characters
 * @param count how many there were
 */
public record LogLine(long atMs, int severity, String text, long count) {}
