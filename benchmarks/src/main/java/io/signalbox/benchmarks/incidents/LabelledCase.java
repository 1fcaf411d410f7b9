// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault whose cause is known.
 *
 * @param id name of the case
 * @param environment under which its telemetry comes
 * @param atMs when it was injected or when people were alerted, epoch milliseconds
 * @param service the service that people were alerted about, null when no alert is given
 * @param truth node that is the cause
 * @param kind kind of fault, for the figures by kind
 * @param change id of the change behind it, {@code none} for no change; null when the set has none
 * @param decoys ids of innocent changes
 * @param blastRadius who suffers from it, empty when the set does not say
 */
public record LabelledCase(
    String id,
    String environment,
    long atMs,
    @Nullable String service,
    String truth,
    String kind,
    @Nullable String change,
    List<String> decoys,
    List<String> blastRadius) {
  /** Stands for no change at all. */
  public static final String NO_CHANGE = "none";
}
