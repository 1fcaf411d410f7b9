// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

/**
 * What a run took.
 *
 * @param perCpuSecond points per second of cpu time of the whole process
 * @param perSecond points per second of wall time
 */
record Rate(double perCpuSecond, double perSecond) {}
