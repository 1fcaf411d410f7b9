// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import io.signalbox.analytics.finops.Owner;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What advice is given for; what is not told is null.
 *
 * @param tenant who pays
 * @param feature what of the product it is for
 * @param dataClass how its data is classified
 */
public record Workload(
    @Nullable String tenant, @Nullable String feature, @Nullable String dataClass)
    implements Comparable<Workload> {
  private static final Comparator<@Nullable String> TEXT =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private static final String NONE = "-";

  /** The workload of an owner. */
  public static Workload of(Owner owner) {
    return new Workload(owner.tenant(), owner.feature(), owner.dataClass());
  }

  /** As a text that {@link #parse} reads. */
  public String text() {
    return text(tenant) + '\n' + text(feature) + '\n' + text(dataClass);
  }

  private static String text(@Nullable String value) {
    return value == null ? NONE : '=' + value.replace("%", "%25").replace("\n", "%0A");
  }

  /** The one of a text. */
  public static Workload parse(String text) {
    String[] parts = text.split("\n");
    return new Workload(value(parts[0]), value(parts[1]), value(parts[2]));
  }

  private static @Nullable String value(String text) {
    return text.equals(NONE) ? null : text.substring(1).replace("%0A", "\n").replace("%25", "%");
  }

  @Override
  public int compareTo(Workload other) {
    int order = TEXT.compare(tenant, other.tenant);
    order = order != 0 ? order : TEXT.compare(feature, other.feature);
    return order != 0 ? order : TEXT.compare(dataClass, other.dataClass);
  }
}
