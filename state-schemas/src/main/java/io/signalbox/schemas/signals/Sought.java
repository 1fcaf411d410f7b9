// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.patterns.SymptomRow;
import java.io.Serializable;
import java.util.List;

/**
 * What is sought in requests beyond what all of them are read for.
 *
 * @param rows of the symptom table: what they look at goes into a batch of its own too; a list that
 *     can be serialized
 * @param objectives users behind requests that are bad for these are counted
 */
public record Sought(List<SymptomRow> rows, Objectives objectives) implements Serializable {
  /** Nothing more. */
  public static final Sought NOTHING = new Sought(List.of(), Objectives.NONE);
}
