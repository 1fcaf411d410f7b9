// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.time.Duration;
import java.util.List;

/**
 * What was run.
 *
 * @param scenarios labels of the stories
 * @param seed of the worlds
 * @param quiet event time of the quiet world
 * @param captures names of quiet captures
 */
public record PatternSettings(
    List<String> scenarios, long seed, Duration quiet, List<String> captures) {}
