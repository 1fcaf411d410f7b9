// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.json;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/** What a record component is called in JSON. */
public final class WireNames extends NamingBase {
  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  /** The key of a component, snake_case: {@code startedAt} becomes {@code started_at}. */
  @Override
  public String translate(String component) {
    return component.equals("incidentClass") ? "class" : SNAKE_CASE.translate(component);
  }
}
