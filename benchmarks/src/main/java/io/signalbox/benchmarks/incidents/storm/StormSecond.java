// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

/**
 * What one second of event time took.
 *
 * @param second of the run
 * @param windows of edges that were heard in it
 * @param reports what correlation heard of edges in it
 * @param took time of correlation
 * @param after time from its watermark to its end
 */
record StormSecond(int second, int windows, int reports, Spent took, Spent after) {}
