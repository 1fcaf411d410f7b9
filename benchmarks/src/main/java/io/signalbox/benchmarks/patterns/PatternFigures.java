// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.List;

/**
 * What came out.
 *
 * @param stories recognised or not
 * @param quiet false matches
 */
public record PatternFigures(List<StoryFigure> stories, List<QuietFigure> quiet) {}
