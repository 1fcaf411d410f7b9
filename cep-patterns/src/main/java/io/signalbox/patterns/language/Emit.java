// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import java.io.Serializable;

/**
 * What a match says.
 *
 * @param title template for a person; {@code {service}}, {@code {key}} and {@code {stage.field}}
 *     are filled in
 * @param blame stage whose event names the node to blame, or {@code stage.field}; empty for none
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param confidence 0..1
 * @param runbook where the next step is written down; empty when nowhere
 */
public record Emit(String title, String blame, String severity, double confidence, String runbook)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
