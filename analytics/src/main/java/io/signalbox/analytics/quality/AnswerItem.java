// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * An answer or a mark of one, on the way to each other; one of both is there, and both of a
 * prediction that says what it calls its case.
 *
 * @param key by which they find each other
 * @param foundMs event time at which it was found, epoch milliseconds
 * @param answer what was answered, or null
 * @param counted whether the answer is counted under this key; an answer that goes by two keys
 *     counts under one
 * @param mark what was said of it, or null
 */
public record AnswerItem(
    String key, long foundMs, @Nullable Answer answer, boolean counted, @Nullable Mark mark) {}
