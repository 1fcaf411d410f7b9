// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The services whose metrics of tokens are usages. Their spans count the same calls and are none.
 *
 * @param names of these, or {@link #ALL} alone
 */
public record TokenServices(Set<String> names) implements Serializable {
  /** In place of a name: every service. */
  public static final String ALL = "*";

  /** No service: spans are usages. */
  public static final TokenServices NONE = new TokenServices(Set.of());

  /**
   * Reads names.
   *
   * @throws IllegalArgumentException naming what is none
   */
  public static TokenServices parse(List<String> names) {
    for (String name : names) {
      if (name.equals(ALL) && names.size() > 1) {
        throw new IllegalArgumentException("'*' is every service: expected it alone");
      }
      if (!name.equals(ALL) && name.contains(ALL)) {
        throw new IllegalArgumentException(
            "'" + name + "' is no name of a service: expected names, or * alone");
      }
    }
    return new TokenServices(new LinkedHashSet<>(names));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether metrics of tokens are what counts of a service. */
  public boolean has(String service) {
    return names.contains(service) || names.contains(ALL);
  }
}
