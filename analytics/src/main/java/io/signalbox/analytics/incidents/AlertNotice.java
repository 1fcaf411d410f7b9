// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pager is to be told of one alert at once.
 *
 * @param alert what is known
 * @param firing severity under which it fires, null when it is over
 * @param ended severities under which it fires no longer
 */
public record AlertNotice(Alert alert, @Nullable String firing, List<String> ended) {}
