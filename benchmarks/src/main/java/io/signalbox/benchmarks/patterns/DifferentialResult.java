// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.List;

/**
 * What both engines did with one pattern.
 *
 * @param pattern in the notation of the cases
 * @param traces how many were compared
 * @param matches how many flink-cep told
 * @param ties how often several matches with one first event were complete at once under a skip
 *     strategy
 * @param sameOfItself how often ours chose the same of those without being told
 * @param differences every trace on which the engines differ, in words
 */
public record DifferentialResult(
    String pattern,
    long traces,
    long matches,
    long ties,
    long sameOfItself,
    List<String> differences) {}
