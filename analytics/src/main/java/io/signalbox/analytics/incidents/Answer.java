// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What correlation says to an {@link Inquiry}, whether or not an incident is open.
 *
 * @param id of the question
 * @param environment of the question
 * @param at event time of the answer
 * @param incidents ids of the incidents that are open
 * @param suspects causes, likeliest first; of the incident that was asked about, if it is still
 *     known
 * @param change id of the change that is likeliest behind it; null when none is, or when the
 *     symptoms tell of a cause beyond one's own code
 * @param changes changes of involved nodes around the onset, newest first
 * @param blastRadius nodes that suffer without being the first suspect, sorted
 * @param whyNot sentences that say why the node that was asked about is not named first; none when
 *     none was asked about
 */
public record Answer(
    String id,
    String environment,
    Instant at,
    List<String> incidents,
    List<Suspect> suspects,
    @Nullable String change,
    List<Change> changes,
    List<String> blastRadius,
    List<String> whyNot) {}
